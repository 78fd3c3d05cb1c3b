namespace Payshift.Core.Operations.Timers;

/// <summary>The last run of a timer, on whichever instance.</summary>
/// <param name="EndedAt">Of the last run that ended; before <paramref name="BeganAt"/> while one runs, or where it died.</param>
/// <param name="NextAt">As the schedule said when the last run began; null where the host does not tell.</param>
/// <param name="Handler">The batch handler of the host that ran it; null where that only records.</param>
public sealed record TimerRun(string Name, DateTimeOffset BeganAt, DateTimeOffset? EndedAt, DateTimeOffset? NextAt, string? Handler);
