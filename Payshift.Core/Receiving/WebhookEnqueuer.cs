using System.Diagnostics;
using Payshift.Core.Queue;
using Payshift.Core.Storage.Inbox;
using Payshift.Core.Telemetry;
using Polly;
using Polly.CircuitBreaker;

namespace Payshift.Core.Receiving;

/// <summary>The last step of receiving: puts a delivery's webhooks into the queue, or in the inbox if that is on and Redis is out of reach.</summary>
/// <remarks>
/// With the inbox, a Redis that does not answer is left alone for a second: only one delivery at a time waits for it, and the
/// others go to the inbox at once. Whether Redis took what it did not answer is unknown; the import finds out, since the queue
/// knows a webhook by its id.
/// </remarks>
public sealed partial class WebhookEnqueuer
{
    private readonly IWebhookQueue _queue;
    private readonly IInboxTable _inbox;
    private readonly bool _overflows;
    private readonly TimeProvider _timeProvider;
    private readonly PayshiftTelemetry _telemetry;
    private readonly ILogger<WebhookEnqueuer> _logger;
    private readonly ResiliencePipeline _circuit;

    internal WebhookEnqueuer(
        IWebhookQueue queue,
        IInboxTable inbox,
        IOptions<ReceivingOptions> options,
        TimeProvider timeProvider,
        PayshiftTelemetry telemetry,
        ILogger<WebhookEnqueuer> logger)
    {
        _queue = queue;
        _inbox = inbox;
        _overflows = options.Value.Overflow == OverflowTarget.Table;
        _timeProvider = timeProvider;
        _telemetry = telemetry;
        _logger = logger;
        _circuit = new ResiliencePipelineBuilder { TimeProvider = timeProvider }
            .AddCircuitBreaker(new CircuitBreakerStrategyOptions
            {
                ShouldHandle = new PredicateBuilder().Handle<QueueUnavailableException>(),
                FailureRatio = OverflowLimits.FailureRatio,
                MinimumThroughput = OverflowLimits.MinimumThroughput,
                SamplingDuration = OverflowLimits.SamplingDuration,
                BreakDuration = OverflowLimits.BreakDuration,
            })
            .Build();
    }

    /// <returns>Webhooks in the inbox count as new: only the queue knows duplicates.</returns>
    /// <exception cref="QueueUnavailableException">Not all is known to be kept.</exception>
    public async Task<EnqueueResult> EnqueueAsync(IReadOnlyList<Webhook> webhooks)
    {
        if (!_overflows)
        {
            return Count(webhooks[0].Provider, await _queue.EnqueueAsync(webhooks));
        }

        try
        {
            return Count(webhooks[0].Provider, await _circuit.ExecuteAsync(
                static async (call, _) => await call.Queue.EnqueueAsync(call.Webhooks),
                (Queue: _queue, Webhooks: webhooks)));
        }
        catch (Exception outage) when (outage is QueueUnavailableException or BrokenCircuitException)
        {
            return await AddToInboxAsync(webhooks, outage);
        }
    }

    private async Task<EnqueueResult> AddToInboxAsync(IReadOnlyList<Webhook> webhooks, Exception outage)
    {
        var provider = webhooks[0].Provider;
        using var timeLimit = new CancellationTokenSource(OverflowLimits.InboxTimeout, _timeProvider);
        try
        {
            // The wait ends in time even where what is waited for does not listen.
            await _inbox.AddAsync(webhooks, timeLimit.Token).WaitAsync(timeLimit.Token);
        }
        catch (Exception exception) when (exception is StorageUnavailableException or OperationCanceledException)
        {
            LogInboxUnavailable(exception, provider, webhooks.Count);
            throw outage as QueueUnavailableException ?? new QueueUnavailableException("Redis did not answer a moment ago.", outage);
        }

        LogInInbox(outage, provider, webhooks.Count);
        var kept = webhooks.DistinctBy(webhook => webhook.Id).Count();
        Activity.Current?.SetTag(AttributeNames.Inbox, true);
        Count(provider, "inbox", kept);
        return new EnqueueResult(kept, webhooks.Count - kept);
    }

    private EnqueueResult Count(string provider, EnqueueResult result)
    {
        Count(provider, "new", result.Kept);
        Count(provider, "duplicate", result.Duplicates);
        return result;
    }

    private void Count(string provider, string arrival, int webhooks)
    {
        if (webhooks > 0)
        {
            _telemetry.WebhooksReceived.Add(
                webhooks, new TagList { { AttributeNames.Provider, provider }, { AttributeNames.WebhookArrival, arrival } });
        }
    }

    [LoggerMessage(2010, LogLevel.Warning, "{Provider} delivery of {Count} webhooks waits in the inbox: the queue is out of reach")]
    private partial void LogInInbox(Exception outage, string provider, int count);

    [LoggerMessage(2011, LogLevel.Error, "{Provider} delivery of {Count} webhooks could not be kept in the inbox either")]
    private partial void LogInboxUnavailable(Exception exception, string provider, int count);
}
