namespace Payshift.Core.Operations.Health;

/// <param name="Answers">Whether it answered in time.</param>
/// <param name="LatencyMs">How long it took to answer, or to give up.</param>
public sealed record DependencyHealth(bool Answers, double LatencyMs);
