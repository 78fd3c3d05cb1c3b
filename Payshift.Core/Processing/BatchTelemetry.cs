using System.Diagnostics;
using Payshift.Core.Queue;
using Payshift.Core.Telemetry;

namespace Payshift.Core.Processing;

/// <summary>The telemetry of a batch: a span that links to the deliveries of its webhooks, and metrics of their outcomes.</summary>
internal static class BatchTelemetry
{
    public static Activity? StartBatch(this PayshiftTelemetry telemetry, Batch batch)
    {
        telemetry.BatchSize.Record(batch.Leased.Count);
        var activity = telemetry.StartProcess(batch.Leased.Select(webhook => webhook.Webhook).OfType<Webhook>(), batch.StartedAt);
        if (activity is { IsAllDataRequested: true })
        {
            activity.SetMessages(MessagingSpans.Process, [.. batch.Leased.Select(webhook => webhook.Lease.Id)]);
            activity.SetTag(AttributeNames.BatchId, batch.Id);
        }

        return activity;
    }

    /// <param name="failure">What ended it, null where it went to its end.</param>
    public static void RecordBatch(this PayshiftTelemetry telemetry, Activity? activity, Batch batch, Exception? failure)
    {
        var errorType = failure is null ? null : ErrorTypes.Of(failure);
        var tags = new TagList
        {
            { AttributeNames.MessagingSystem, MessagingSpans.Queue },
            { AttributeNames.MessagingDestination, MessagingSpans.Queue },
            { AttributeNames.MessagingOperation, MessagingSpans.Process },
        };
        if (errorType is not null)
        {
            tags.Add(AttributeNames.ErrorType, errorType);
        }

        var elapsed = batch.Elapsed;
        telemetry.ProcessDuration.Record(elapsed.TotalSeconds, tags);
        telemetry.RecordOutcomes(batch);
        if (telemetry.ProcessingDuration.Enabled)
        {
            foreach (var decision in batch.Tried)
            {
                telemetry.ProcessingDuration.Record(elapsed.TotalSeconds, new TagList { { AttributeNames.Provider, decision.Provider } });
            }
        }

        if (activity is not null)
        {
            Conclude(activity, batch, errorType);
        }
    }

    /// <summary>Counts the decisions that took effect, also those of stale webhooks.</summary>
    public static void RecordOutcomes(this PayshiftTelemetry telemetry, Batch batch)
    {
        foreach (var decision in batch.Tried)
        {
            var outcome = Batch.OutcomeOf(decision.Settlement.Kind);
            telemetry.Outcomes.Add(1, new TagList
            {
                { AttributeNames.Provider, decision.Provider },
                { AttributeNames.PaymentMethod, PaymentMethodNames.Bound(decision.PaymentMethod) },
                { AttributeNames.WebhookOutcome, outcome },
            });
            if (decision.Cause is { } cause)
            {
                telemetry.Failures.Add(1, new TagList
                {
                    { AttributeNames.Provider, decision.Provider },
                    { AttributeNames.WebhookOutcome, outcome },
                    { AttributeNames.ErrorType, cause },
                });
            }

            if (decision.Result is { } result)
            {
                telemetry.Delay.Record(result.Delay.TotalSeconds, new TagList
                {
                    { AttributeNames.Provider, decision.Provider },
                    { AttributeNames.Priority, PriorityNames.Of(result.Webhook.Priority) },
                });
            }
        }
    }

    /// <summary>
    /// A batch is in error where it failed as a whole or something in it failed for good. A retry is no error of the batch, but
    /// has its type, by which its span is kept however few are.
    /// </summary>
    private static void Conclude(Activity activity, Batch batch, string? errorType)
    {
        var summary = batch.Summarize();
        activity.SetTag(AttributeNames.BatchProcessed, summary.Processed);
        activity.SetTag(AttributeNames.BatchRetried, summary.Retried);
        activity.SetTag(AttributeNames.BatchFailed, summary.Failed);
        if (errorType is not null || summary.Failed > 0)
        {
            activity.SetError(errorType ?? FirstCause(batch, SettlementKind.DeadLetter));
        }
        else if (summary.Retried > 0)
        {
            activity.SetTag(AttributeNames.ErrorType, FirstCause(batch, SettlementKind.Retry));
        }
    }

    private static string FirstCause(Batch batch, SettlementKind kind) =>
        batch.Tried.First(decision => decision.Settlement.Kind == kind).Cause ?? ErrorTypes.Unexpected;
}
