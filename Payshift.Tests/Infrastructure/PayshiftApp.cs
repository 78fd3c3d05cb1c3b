using Microsoft.Extensions.Configuration;
using Payshift.Core.Cleanup;
using Payshift.Core.Hosting;
using Payshift.Core.Operations.Payments;
using Payshift.Core.Processing;
using Payshift.Core.Receiving;
using Payshift.Core.Storage.Results;

namespace Payshift.Tests.Infrastructure;

/// <summary>Payshift composed as in a host, on the real services, with the settings and the handler that a test wants.</summary>
internal sealed class PayshiftApp : IAsyncDisposable
{
    private readonly ServiceProvider _services;

    public PayshiftApp(
        ServicesFixture services, Action<Dictionary<string, string?>>? settings = null, Action<IServiceCollection>? configure = null)
    {
        var values = new Dictionary<string, string?>
        {
            ["Payshift:Redis:ConnectionString"] = services.RedisConnectionString,
            ["Payshift:Redis:Partitions"] = "4",
            ["Payshift:Tables:ConnectionString"] = services.TablesConnectionString,
            ["Payshift:Tables:Buckets"] = "4",
            ["Payshift:Retry:BaseDelay"] = "00:00:00.1",
            ["Payshift:Retry:MaxDelay"] = "00:00:00.1",
        };
        settings?.Invoke(values);
        var collection = new ServiceCollection();
        collection.AddLogging();
        collection.AddPayshift(new ConfigurationBuilder().AddInMemoryCollection(values).Build());
        configure?.Invoke(collection);
        _services = collection.BuildServiceProvider();
    }

    public IServiceProvider Services => _services;

    public WebhookReceiver Receiver => _services.GetRequiredService<WebhookReceiver>();

    public IWebhookQueue Queue => _services.GetRequiredService<IWebhookQueue>();

    public QueueProcessor Drain => _services.GetRequiredService<QueueProcessor>();

    public QueueCleaner Cleaner => _services.GetRequiredService<QueueCleaner>();

    public PaymentReader Payments => _services.GetRequiredService<PaymentReader>();

    /// <summary>The recorded webhooks of a payment, newest event first.</summary>
    public Task<IReadOnlyList<PaymentRecord>> FindPaymentAsync(string reference, CancellationToken cancellationToken) =>
        _services.GetRequiredService<IResultTable>().FindAsync(reference, 1_000, cancellationToken);

    public ValueTask DisposeAsync() => _services.DisposeAsync();
}
