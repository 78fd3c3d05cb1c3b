using Payshift.Core.Operations.Timers;

namespace Payshift.Functions.Triggers;

/// <summary>Works the queue off. The timer is a hint: a missed or doubled run loses nothing.</summary>
public sealed class ProcessBatches(ScheduledRuns runs, ILogger<ProcessBatches> logger)
{
    [Function(nameof(ProcessBatches))]
    public async Task RunAsync([TimerTrigger("%ProcessSchedule%")] TimerInfo timer, CancellationToken cancellationToken)
    {
        var summary = await runs.ProcessAsync(nameof(ProcessBatches), timer.ScheduleStatus?.Next, cancellationToken);
        logger.Drained(summary, timer.IsPastDue);
    }
}
