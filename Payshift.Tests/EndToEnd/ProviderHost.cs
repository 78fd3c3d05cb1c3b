using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using Payshift.Core.Processing;
using Payshift.Core.Receiving;
using Payshift.Core.Storage.Results;
using Payshift.LocalHost;

namespace Payshift.Tests.EndToEnd;

/// <summary>
/// One host with the real routes and triggers on real services, whose receiver is made anew for each request: with the
/// provider, the settings, the time and the sender's address that the test set last. A host for each of hundreds of
/// settings would take minutes.
/// </summary>
internal sealed class ProviderHost : IAsyncDisposable
{
    private readonly LocalHostApplication _host;
    private readonly ProviderScene _scene;

    private ProviderHost(LocalHostApplication host, ProviderScene scene) => (_host, _scene) = (host, scene);

    public IWebhookQueue Queue => _host.App.Services.GetRequiredService<IWebhookQueue>();

    public QueueProcessor Drain => _host.App.Services.GetRequiredService<QueueProcessor>();

    /// <returns>The payment's recorded webhooks, newest event first.</returns>
    public Task<IReadOnlyList<PaymentRecord>> FindPaymentAsync(string reference) =>
        _host.App.Services.GetRequiredService<IResultTable>().FindAsync(reference, 1000, CancellationToken.None);

    public static async Task<ProviderHost> StartAsync(ServicesFixture services)
    {
        var settings = new Dictionary<string, string>
        {
            ["urls"] = "http://127.0.0.1:0",
            ["Payshift:Redis:ConnectionString"] = services.RedisConnectionString,
            ["Payshift:Redis:Partitions"] = "4",
            ["Payshift:Tables:ConnectionString"] = services.TablesConnectionString,
            ["Payshift:Tables:Buckets"] = "4",
            ["Payshift:LocalHost:Key"] = HostProcess.Key,
            // The tests drain when they want to.
            ["ProcessSchedule"] = Schedules.Never,
            ["CleanupSchedule"] = Schedules.Never,
            ["Logging:LogLevel:Default"] = "None",
        };
        var scene = new ProviderScene();
        var host = await LocalHostBuilder.BuildAsync(
            [.. settings.Select(setting => $"--{setting.Key}={setting.Value}")],
            new LocalHostSetup
            {
                RepositoryRoot = null,
                Output = TextWriter.Null,
                Error = TextWriter.Null,
                Configure = builder =>
                {
                    builder.Services.AddTransient(provider => Receiver(scene, provider));
                    builder.Services.AddSingleton<IStartupFilter>(scene);
                },
            },
            default);
        await host.StartAsync(default);
        return new ProviderHost(host, scene);
    }

    /// <summary>Posts a delivery as it is, header by header, with nothing that an HTTP client would add or join.</summary>
    public Task<RawAnswer> PostAsync(IWebhookProvider provider, ProviderOptions options, DateTimeOffset now, WebhookDelivery delivery)
    {
        (_scene.Provider, _scene.Options, _scene.Now, _scene.Sender) = (provider, options, now, delivery.RemoteAddress);
        return RawPost.SendAsync(_host.Address, provider.Name, delivery);
    }

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    private static WebhookReceiver Receiver(ProviderScene scene, IServiceProvider services) => ActivatorUtilities.CreateInstance<WebhookReceiver>(
        services,
        new ProviderRegistry([scene.Provider!], Options.Create(new ProvidersOptions { [scene.Provider!.Name] = scene.Options! })),
        new FakeTimeProvider(scene.Now),
        NullLogger<WebhookReceiver>.Instance);
}
