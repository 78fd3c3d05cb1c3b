using Payshift.Core.Operations.Timers;
using Payshift.Core.Scaling;

namespace Payshift.Functions.Triggers;

/// <summary>Works the queue off. The timer is a hint: a missed or doubled run loses nothing.</summary>
public sealed class ProcessBatches(ScheduledProcessing drain, TimerRuns timers, ILogger<ProcessBatches> logger)
{
    [Function(nameof(ProcessBatches))]
    public async Task RunAsync([TimerTrigger("%ProcessSchedule%")] TimerInfo timer, CancellationToken cancellationToken)
    {
        var summary = await timers.RunAsync(nameof(ProcessBatches), timer.ScheduleStatus?.Next, () => drain.RunAsync(cancellationToken));
        logger.Drained(summary, timer.IsPastDue);
    }
}
