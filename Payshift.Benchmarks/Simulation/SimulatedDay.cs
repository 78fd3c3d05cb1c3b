namespace Payshift.Benchmarks.Simulation;

/// <summary>What a rule made of a day.</summary>
/// <param name="LargestBacklog">Webhooks that waited at once.</param>
/// <param name="P50">Seconds from arrival to being worked off that half of the webhooks did not exceed.</param>
/// <param name="InstanceMinutes">Minutes in which instances started or drained.</param>
internal sealed record SimulatedDay(int LargestBacklog, int P50, int P95, int P99, double InstanceMinutes);
