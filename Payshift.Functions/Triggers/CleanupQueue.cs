using Microsoft.Azure.Functions.Worker;
using Payshift.Core.Cleanup;

namespace Payshift.Functions.Triggers;

/// <summary>Brings back what dead workers held and puts away what waited too long.</summary>
public sealed class CleanupQueue(QueueCleaner cleaner, ILogger<CleanupQueue> logger)
{
    [Function(nameof(CleanupQueue))]
    public async Task RunAsync([TimerTrigger("%CleanupSchedule%")] TimerInfo timer, CancellationToken cancellationToken)
    {
        var summary = await cleaner.CleanAsync(cancellationToken);
        logger.Cleaned(summary, timer.IsPastDue);
    }
}
