namespace Payshift.Core.Operations.Health;

/// <param name="BeganAt">Of the last run on whichever instance; null where none is known.</param>
/// <param name="EndedAt">Of the last run that ended.</param>
/// <param name="AgeSeconds">Since the last run began.</param>
/// <param name="IsOverdue">Whether it should have run again by now.</param>
public sealed record TimerHealth(string Name, DateTimeOffset? BeganAt, DateTimeOffset? EndedAt, double? AgeSeconds, bool IsOverdue);
