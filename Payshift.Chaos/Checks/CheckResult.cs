namespace Payshift.Chaos.Checks;

/// <summary>What one check found.</summary>
/// <param name="Name">What has to hold.</param>
/// <param name="Count">How much was looked at.</param>
/// <param name="Problems">A line for each thing that does not hold.</param>
internal sealed record CheckResult(string Name, int Count, IReadOnlyList<string> Problems)
{
    public bool Passed => Problems.Count == 0;
}
