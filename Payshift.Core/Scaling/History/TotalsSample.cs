using Payshift.Core.Queue.Stats;

namespace Payshift.Core.Scaling.History;

/// <summary>The queue's totals as they were at one moment, by the clock of Redis.</summary>
public sealed record TotalsSample(DateTimeOffset At, QueueCounters Totals);
