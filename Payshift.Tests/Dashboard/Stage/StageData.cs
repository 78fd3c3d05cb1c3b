using Azure.Data.Tables;
using Payshift.Core.Storage;
using Payshift.Core.Storage.Batches;
using Payshift.Core.Storage.Failures;

namespace Payshift.Tests.Dashboard.Stage;

/// <summary>The data that a stage shows. It comes in as in the real app; tables are written directly only where that would take too long.</summary>
internal static class StageData
{
    private static readonly string[] Methods = ["card", "bank_transfer", "sepa_debit", "mobile_money", "paypal"];

    private static readonly string[] Reasons =
    [
        "The order is not known.",
        "The order service answered 409: the order was cancelled.",
        "The ledger timed out after 30 s.",
        "The amount differs from the order's.",
    ];

    /// <summary>
    /// By signed deliveries of every provider, through the real processor: of each so many that were processed, so many that
    /// were processed at their second attempt, and so many that failed for good.
    /// </summary>
    public static async Task SeedOutcomesAsync(this DashboardStage stage, int processed = 2, int retried = 1, int failed = 1)
    {
        foreach (var provider in DashboardStage.Secrets.Keys)
        {
            await SendAsync(processed, _ => null);
            await SendAsync(retried, number => $"fails-once-{provider}-{number}");
            await SendAsync(failed, number => $"fails-always-{provider}-{number}");

            async Task SendAsync(int count, Func<int, string?> reference)
            {
                for (var number = 1; number <= count; number++)
                {
                    await stage.SendAsync(provider, reference(number));
                }
            }
        }

        await stage.ProcessAsync();
    }

    /// <summary>Keeps failures as they are given, or <see cref="Failure"/>'s: rows of <c>WebhookFailures</c>, a hundred a request.</summary>
    public static async Task SeedFailuresAsync(this DashboardStage stage, int count, Func<int, FailureRecord>? failure = null)
    {
        var newest = DateTimeOffset.UtcNow.AddMinutes(-1);
        var rows = Enumerable.Range(0, count).Select(number => FailureEntity.From(failure?.Invoke(number) ?? Failure(number, newest.AddSeconds(-number))));
        // With more patience than the app has: an emulator that is given so much is slow.
        var options = new TableClientOptions();
        options.Retry.NetworkTimeout = TimeSpan.FromMinutes(2);
        var table = new TableClient(stage.Services.TablesConnectionString, TableNames.Failures, options);
        await table.CreateIfNotExistsAsync();
        foreach (var transaction in rows.GroupBy(row => row.PartitionKey).SelectMany(day => day.Chunk(TableConnection.MaxTransactionRows)))
        {
            await table.SubmitTransactionAsync(transaction.Select(row => new TableTransactionAction(TableTransactionActionType.UpsertReplace, row)));
        }
    }

    /// <summary>A failure like those of the providers' webhooks; the number decides which provider, method and reason.</summary>
    public static FailureRecord Failure(int number, DateTimeOffset receivedAt)
    {
        var providers = DashboardStage.Secrets.Keys.ToArray();
        var provider = providers[number % providers.Length];
        var reason = Reasons[number % Reasons.Length];
        var webhook = new Webhook
        {
            Id = WebhookId.From(provider, $"evt_{number}"),
            Provider = provider,
            EventId = $"evt_{number}",
            EventType = "payment.succeeded",
            PaymentReference = $"order-{number}",
            PaymentMethod = Methods[number % Methods.Length],
            Amount = new Money(1_000 + number, "EUR", 2),
            Priority = (WebhookPriority)(number % 3),
            EventTime = receivedAt.AddSeconds(-1),
            ReceivedAt = receivedAt,
            Payload = Encoding.UTF8.GetBytes($$"""{"id":"evt_{{number}}","type":"payment.succeeded","amount":{{1_000 + number}},"currency":"EUR"}"""),
        };
        return new FailureRecord(
            webhook, reason, 2, 0, [new AttemptError(1, receivedAt, "The ledger is busy."), new AttemptError(2, receivedAt.AddSeconds(30), reason)], receivedAt.AddSeconds(31), "seeded");
    }

    /// <summary>An hour and more of batches, a few each minute, as the charts and the page of batches read them.</summary>
    /// <param name="minutes">How far back; the newest is a minute old.</param>
    public static Task SeedBatchesAsync(this DashboardStage stage, int minutes = 65)
    {
        var now = DateTimeOffset.UtcNow;
        var random = new Random(7);
        var batches = Enumerable.Range(1, minutes).SelectMany(minute => Enumerable.Range(0, 3).Select(number =>
            Batch(random, now.AddMinutes(-minute).AddSeconds(17 * number), minute))).ToArray();
        return stage.App.Services.GetRequiredService<IBatchTable>().RecordAsync(batches, default);
    }

    private static BatchRecord Batch(Random random, DateTimeOffset startedAt, int minute)
    {
        // A wave, and within it an incident of ten minutes at one provider.
        var wave = 1 + (0.6 * Math.Sin(minute / 9.0));
        var isIncident = minute is > 20 and <= 30;
        var counts = DashboardStage.Secrets.Keys.SelectMany((provider, index) =>
        {
            var method = Methods[index % Methods.Length];
            var processed = (int)(wave * (24.0 / (index + 1)) * (0.8 + (0.4 * random.NextDouble())));
            var failed = isIncident && provider == "adyen" ? random.Next(1, 5) : random.NextDouble() < 0.04 ? 1 : 0;
            var retried = isIncident ? random.Next(0, 4) : random.NextDouble() < 0.15 ? 1 : 0;
            var delays = new DelayHistogram();
            for (var webhook = 0; webhook < processed + failed; webhook++)
            {
                delays.Add(TimeSpan.FromSeconds((isIncident ? 6 : 1) * (0.4 + (4 * random.NextDouble() * random.NextDouble()))));
            }

            return new[]
            {
                new BatchCount(provider, method, BatchCount.Received, processed + failed),
                new BatchCount(provider, method, BatchCount.Processed, processed, delays.ToString()),
                new BatchCount(provider, method, BatchCount.Retried, retried),
                new BatchCount(provider, method, BatchCount.Failed, failed),
            };
        }).Where(count => count.Count > 0).ToArray();
        var elapsed = TimeSpan.FromMilliseconds(random.Next(120, 900));
        return new BatchRecord($"{Guid.NewGuid():N}"[..16], startedAt, elapsed, elapsed * 12, elapsed * 3, counts);
    }
}
