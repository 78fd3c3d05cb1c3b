namespace Payshift.Cli.Demo;

/// <summary>The expected result of a delivery.</summary>
internal enum DemoExpectation
{
    /// <summary>A new event: kept, then processed at the first attempt.</summary>
    Processed,

    /// <summary>A new event that the host's sample handler fails once: processed at the second attempt.</summary>
    Retried,

    /// <summary>A delivery that was sent before: known, and kept no second time.</summary>
    Duplicate,

    /// <summary>A wrong signature: 401, and nothing kept.</summary>
    Refused,
}
