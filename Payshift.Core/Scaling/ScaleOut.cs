using Payshift.Core.Processing;
using Payshift.Core.Queue;
using Payshift.Core.Queue.Stats;
using Payshift.Core.Scaling.Forecasting;
using Payshift.Core.Scaling.History;

namespace Payshift.Core.Scaling;

/// <summary>
/// The scaling out of a timer run: it notes the queue's totals and, where one instance will not be enough, engages others.
/// </summary>
internal sealed partial class ScaleOut(
    IWebhookQueue queue,
    IQueuePauses pauses,
    RedisArrivalHistory history,
    InstanceThroughput throughput,
    InstanceCaller caller,
    QueueGauges gauges,
    IOptions<ScaleOutOptions> options,
    IOptions<ProcessingOptions> processing,
    ILogger<ScaleOut> logger)
{
    private int _running;

    /// <summary>Returns when the instances that it engaged have processed. Throws nothing: processing does not depend on it.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        try
        {
            var stats = await queue.GetStatsAsync();
            var isFirst = await history.RecordAsync(stats.Counters);
            if (!isFirst)
            {
                // A run that came twice, or that of another host: it engages nobody a second time, and nothing is told twice.
                return;
            }

            await gauges.RecordAsync(stats);
            if (options.Value.MaxInstances > 1 && !(await pauses.GetAsync()).IsQueuePaused)
            {
                await EngageAsync(await PlanAsync(stats), cancellationToken);
            }
        }
        catch (QueueUnavailableException exception)
        {
            LogNotNoted(exception);
        }
#pragma warning disable CA1031 // A plan that failed must not take the run with it.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            LogPlanFailed(exception);
        }
    }

    private async Task<ScaleOutPlan> PlanAsync(QueueStats stats)
    {
        var samples = await history.ReadAsync(HistoryConstants.WindowMinutes);
        var counts = StepCounts.From(samples, ScaleOutConstants.Step, totals => totals.Received);
        var steps = (int)Math.Ceiling(options.Value.Horizon / ScaleOutConstants.Step);
        var forecast = ArrivalForecaster.Forecast(counts, ScaleOutConstants.StepsPerSeason, steps);
        return ScaleOutPlanner.Plan(
            stats.ReadyHigh + stats.ReadyNormal + stats.ReadyLow + stats.InFlight,
            forecast.Upper,
            throughput.PerMinute,
            processing.Value.TimeBudget,
            options.Value.MaxInstances);
    }

    private async Task EngageAsync(ScaleOutPlan plan, CancellationToken cancellationToken)
    {
        // Those that an earlier run engaged and that still process count.
        var calls = (plan.Instances - 1) * options.Value.CallsPerInstance - Volatile.Read(ref _running);
        if (calls <= 0)
        {
            return;
        }

        LogEngaging(plan.Instances, plan.Waiting, plan.Arrivals, plan.Capacity, calls);
        var results = await Task.WhenAll(Enumerable.Range(0, calls).Select(_ => CallAsync(cancellationToken)));
        foreach (var same in results.GroupBy(result => result))
        {
            Report(same.Key, same.Count());
        }
    }

    private async Task<CallResult> CallAsync(CancellationToken cancellationToken)
    {
        Interlocked.Increment(ref _running);
        try
        {
            return await caller.CallAsync(cancellationToken);
        }
        finally
        {
            Interlocked.Decrement(ref _running);
        }
    }

    private void Report(CallResult result, int calls)
    {
        switch (result.Outcome)
        {
            case CallOutcome.Processed:
                LogProcessed(calls);
                break;
            case CallOutcome.Refused:
                LogRefused(calls, result.Reason);
                break;
            default:
                LogNotEngaged(calls, result.Outcome, result.Reason);
                break;
        }
    }

    [LoggerMessage(6000, LogLevel.Information, "{Instances} instances are to drain: {Waiting:F0} webhooks wait, up to {Arrivals:F0} a minute may arrive, and one instance works {Capacity:F0} off in a run. {Calls} calls engage them")]
    private partial void LogEngaging(int instances, double waiting, double arrivals, double capacity, int calls);

    [LoggerMessage(6001, LogLevel.Debug, "Instances drained by {Calls} calls")]
    private partial void LogProcessed(int calls);

    [LoggerMessage(6002, LogLevel.Warning, "The process function refused the key of {Calls} calls ({Reason}), so that no other instance is engaged. Set Payshift__ScaleOut__Key to a function or host key of this app")]
    private partial void LogRefused(int calls, string reason);

    [LoggerMessage(6003, LogLevel.Warning, "{Calls} calls to the process function engaged no instance: {Outcome} ({Reason}). This instance drains alone")]
    private partial void LogNotEngaged(int calls, CallOutcome outcome, string reason);

    [LoggerMessage(6004, LogLevel.Warning, "The queue's totals of this minute were not noted: Redis is out of reach")]
    private partial void LogNotNoted(Exception exception);

    [LoggerMessage(6005, LogLevel.Error, "Planning for other instances failed; this instance drains alone")]
    private partial void LogPlanFailed(Exception exception);
}
