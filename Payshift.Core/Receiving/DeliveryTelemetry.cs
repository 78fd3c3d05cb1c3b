using System.Diagnostics;
using Payshift.Core.Telemetry;

namespace Payshift.Core.Receiving;

/// <summary>The metrics of deliveries, by their results, and the tags of the span that sends their webhooks.</summary>
internal static class DeliveryTelemetry
{
    /// <param name="provider">Null where there is no such provider.</param>
    /// <param name="since">A timestamp of <see cref="Stopwatch"/>.</param>
    public static void RecordDelivery(this PayshiftTelemetry telemetry, string? provider, ReceiveResult result, long since)
    {
        var (outcome, errorType) = result.Status switch
        {
            ReceiveStatus.Accepted => (result.Kept > 0 ? "accepted" : result.Duplicates > 0 ? "duplicate" : "ignored", null),
            ReceiveStatus.InvalidSignature => ("refused", "signature"),
            ReceiveStatus.Malformed => ("refused", "malformed"),
            ReceiveStatus.TooLarge => ("refused", "oversized"),
            ReceiveStatus.UnknownProvider => ("refused", "unknown_provider"),
            _ => ("unavailable", result.IsUndecided ? "signature_check" : ErrorTypes.Queue),
        };
        telemetry.Record(provider, outcome, errorType, since);
    }

    /// <inheritdoc cref="RecordDelivery(PayshiftTelemetry, string?, ReceiveResult, long)"/>
    public static void RecordDelivery(this PayshiftTelemetry telemetry, string? provider, Exception exception, long since)
    {
        var (outcome, errorType) = exception switch
        {
            OperationCanceledException or IOException => ("aborted", (string?)null),
            QueueUnavailableException => ("unavailable", ErrorTypes.Queue),
            _ => ("failed", ErrorTypes.Unexpected),
        };
        telemetry.Record(provider, outcome, errorType, since);
    }

    /// <returns>Null where there is no trace. Remote, since it is for those who take the webhook out of the queue.</returns>
    public static ActivityContext? CurrentTrace() => Activity.Current is { IdFormat: ActivityIdFormat.W3C } activity
        ? new ActivityContext(activity.TraceId, activity.SpanId, activity.ActivityTraceFlags, isRemote: true)
        : null;

    public static void Describe(this Activity? sending, string provider, Webhook[] webhooks)
    {
        if (sending is { IsAllDataRequested: true })
        {
            sending.SetMessages(MessagingSpans.Send, Array.ConvertAll(webhooks, webhook => webhook.Id));
            sending.SetTag(AttributeNames.Provider, provider);
        }
    }

    private static void Record(this PayshiftTelemetry telemetry, string? provider, string outcome, string? errorType, long since)
    {
        var tags = new TagList
        {
            // A name that stands in the URL only is not told: anybody can make one up.
            { AttributeNames.Provider, provider ?? Webhook.UnknownProvider },
            { AttributeNames.DeliveryOutcome, outcome },
        };
        telemetry.DeliveryDuration.Record(Stopwatch.GetElapsedTime(since).TotalSeconds, tags);
        if (errorType is not null)
        {
            tags.Add(AttributeNames.ErrorType, errorType);
        }

        telemetry.Deliveries.Add(1, tags);
    }
}
