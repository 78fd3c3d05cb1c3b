using Payshift.Core.Operations.Timers;

namespace Payshift.Functions.Triggers;

/// <summary>Brings back what dead workers held, puts away what waited too long, and keeps the tables in order.</summary>
public sealed class CleanupQueue(ScheduledRuns runs, ILogger<CleanupQueue> logger)
{
    [Function(nameof(CleanupQueue))]
    public async Task RunAsync([TimerTrigger("%CleanupSchedule%")] TimerInfo timer, CancellationToken cancellationToken)
    {
        var summary = await runs.CleanAsync(nameof(CleanupQueue), timer.ScheduleStatus?.Next, cancellationToken);
        logger.Cleaned(summary, timer.IsPastDue);
    }
}
