namespace Payshift.Cli.Demo;

/// <summary>The findings of the demo, for programs.</summary>
/// <param name="Findings">What is not as it should be.</param>
internal sealed record DemoAnswer(
    int Received, int Duplicate, int Refused, int Processed, int Retried, int Failed, IReadOnlyList<string> Findings)
{
    public static DemoAnswer Of(DemoResult result, IReadOnlyList<string> findings) =>
        new(result.Received, result.Duplicate, result.Refused, result.Processed, result.Retried, result.Failed, findings);
}
