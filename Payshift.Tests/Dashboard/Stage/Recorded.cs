using Payshift.Core.Storage.Results;

namespace Payshift.Tests.Dashboard.Stage;

/// <summary>Outcomes of webhooks as processing records them.</summary>
internal static class Recorded
{
    public static readonly DateTimeOffset Noon = new(2026, 9, 21, 12, 0, 0, TimeSpan.Zero);

    /// <param name="number">Of the event; also the second of its time.</param>
    public static ResultRecord Of(
        string reference,
        int number,
        PaymentState? state = PaymentState.Succeeded,
        string provider = "stripe",
        string? order = null,
        string? customer = null,
        string? failedFor = null) => new(
            KeptFailures.Of(reference, number, provider).Webhook with
            {
                State = state,
                OrderReference = order,
                CustomerReference = customer,
                EventTime = Noon.AddSeconds(number),
                ReceivedAt = Noon.AddSeconds(number + 1),
            },
            failedFor is null ? ResultRecord.Processed : ResultRecord.Failed,
            failedFor,
            3,
            Noon.AddSeconds(number + 2),
            "batch");

    public static Task RecordAsync(this DashboardStage stage, params ResultRecord[] records) =>
        stage.App.Services.GetRequiredService<IResultTable>().RecordAsync(records, default);
}
