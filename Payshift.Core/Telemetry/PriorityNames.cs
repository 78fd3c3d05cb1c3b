namespace Payshift.Core.Telemetry;

internal static class PriorityNames
{
    public const string High = "high";
    public const string Normal = "normal";
    public const string Low = "low";

    public static string Of(WebhookPriority priority) => priority switch
    {
        WebhookPriority.High => High,
        WebhookPriority.Normal => Normal,
        _ => Low,
    };
}
