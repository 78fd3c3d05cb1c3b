using Payshift.Samples;

namespace Payshift.Cli.Demo;

/// <summary>A delivery of the demo, and what is to become of it.</summary>
internal sealed record DemoDelivery(SampleDelivery Sample, DemoExpectation Expectation)
{
    /// <summary>Whether a record of it must come to exist.</summary>
    public bool IsNew => Expectation is DemoExpectation.Processed or DemoExpectation.Retried;

    public int ExpectedAttempts => Expectation == DemoExpectation.Retried ? 2 : 1;
}
