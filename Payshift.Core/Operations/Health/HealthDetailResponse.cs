namespace Payshift.Core.Operations.Health;

/// <summary>The health of Payshift, and what it rests on.</summary>
/// <param name="PartitionsAway">Parts of the queue that do not answer; null where none does.</param>
/// <param name="Timers">Empty where Redis does not answer.</param>
public sealed record HealthDetailResponse(
    HealthStatus Status,
    DateTimeOffset CheckedAt,
    DependencyHealth Redis,
    DependencyHealth Tables,
    int? PartitionsAway,
    IReadOnlyList<TimerHealth> Timers);
