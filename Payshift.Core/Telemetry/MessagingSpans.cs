using System.Diagnostics;

namespace Payshift.Core.Telemetry;

/// <summary>Spans of what is put into the queue and taken out of it, by the semantic conventions of messaging.</summary>
internal static class MessagingSpans
{
    /// <summary>Names the system and its one queue.</summary>
    public const string Queue = "payshift";

    public const string Send = "send";
    public const string Process = "process";

    /// <summary>What happens within it is part of it: webhooks that are made then lead back to it.</summary>
    /// <param name="origin">The delivery of a webhook that comes from elsewhere.</param>
    public static Activity? StartSend(this PayshiftTelemetry telemetry, ActivityContext? origin = null) => telemetry.Source.HasListeners()
        ? telemetry.Source.StartActivity(
            $"{Send} {Queue}", ActivityKind.Producer, parentContext: default, links: origin is { } context ? [new ActivityLink(context)] : null)
        : null;

    /// <param name="webhooks">Their deliveries are linked to.</param>
    /// <param name="startedAt">Before it was known whether there is a batch.</param>
    public static Activity? StartProcess(this PayshiftTelemetry telemetry, IEnumerable<Webhook> webhooks, DateTimeOffset startedAt) =>
        telemetry.Source.HasListeners()
            ? telemetry.Source.StartActivity(
                $"{Process} {Queue}",
                ActivityKind.Consumer,
                parentContext: default,
                links: webhooks.Select(webhook => webhook.TraceParent).OfType<ActivityContext>().Distinct().Select(context => new ActivityLink(context)),
                startTime: startedAt)
            : null;

    public static void SetMessages(this Activity activity, string operation, IReadOnlyCollection<WebhookId> ids)
    {
        activity.SetTag(AttributeNames.MessagingSystem, Queue);
        activity.SetTag(AttributeNames.MessagingDestination, Queue);
        activity.SetTag(AttributeNames.MessagingOperationType, operation);
        activity.SetTag(AttributeNames.MessagingOperation, operation);
        activity.SetTag(AttributeNames.MessageCount, ids.Count);
        activity.SetTag(AttributeNames.WebhookIds, string.Join(',', ids));
    }
}
