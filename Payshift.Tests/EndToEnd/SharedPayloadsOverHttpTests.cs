using Payshift.Core.Storage.Results;
using Payshift.Tests.Providers;

namespace Payshift.Tests.EndToEnd;

/// <summary>Every sample payload, signed and sent as its provider would, all the way into Table Storage.</summary>
[Collection(HostsCollection.Name)]
public sealed class SharedPayloadsOverHttpTests(ServicesFixture services) : ServicesTest(services)
{
    private static readonly DateTimeOffset Now = DateTimeOffset.FromUnixTimeSeconds(SignedDeliveries.Now);

    private ProviderHost _host = null!;

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        _host = await ProviderHost.StartAsync(Services);
    }

    public override Task DisposeAsync() => _host.DisposeAsync().AsTask();

    [SharedFilesFact]
    public async Task Every_sample_is_kept_processed_and_found_by_its_reference_as_reviewed()
    {
        var sent = new List<(string Name, IWebhookProvider Provider, WebhookEvent Event, string Expected)>();
        foreach (var provider in SharedDeliveries.Providers)
        {
            foreach (var file in ProviderFiles.SharedPayloads(provider.Name))
            {
                var name = Path.GetFileNameWithoutExtension(file);
                var delivery = SharedDeliveries.Sign(provider, file);
                var answer = await _host.PostAsync(provider, SharedDeliveries.Options(provider), Now, delivery);
                Assert.True(answer.IsSuccess, $"{name}: {answer}");

                var expected = ReviewedPayloads.Expected[name].Split(" | ");
                var events = provider.Extract(SharedDeliveries.WithFetched(delivery, file));
                Assert.Equal(expected.Length, events.Count);
                sent.AddRange(events.Zip(expected, (found, says) => (name, provider, found, says)));
            }
        }

        var distinct = sent.DistinctBy(it => WebhookId.From(it.Provider.Name, it.Event.EventId)).ToArray();
        Assert.Equal(distinct.Length, (await _host.Drain.ProcessAsync()).Processed);
        foreach (var (name, provider, found, expected) in distinct)
        {
            var reference = expected.Split(' ')[0] is var said && said == "-" ? found.EventId : said;
            var record = Assert.Single(
                await _host.FindPaymentAsync(reference),
                record => record.Provider == provider.Name && record.EventId == found.EventId);

            Assert.Equal("processed", record.Outcome);
            Assert.Equal($"{name}: {expected}", $"{name}: {Describe(record)}");
        }
    }

    private static string Describe(PaymentRecord record)
    {
        var amount = record.AmountMinor is { } minor ? new Money(minor, record.Currency!, (byte)record.AmountExponent!.Value).ToString() : "-";
        return string.Join(
            ' ',
            record.PaymentReference == record.EventId ? "-" : record.PaymentReference,
            record.PaymentMethod == Webhook.UnknownMethod ? "-" : record.PaymentMethod,
            amount,
            record.Priority,
            record.EventTime == Now ? "-" : record.EventTime.ToString("yyyy-MM-ddTHH:mm:ssZ"),
            record.State?.ToString() ?? "-",
            record.OrderReference ?? "-",
            record.CustomerReference ?? "-");
    }
}
