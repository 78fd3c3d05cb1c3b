using System.Net.Http.Json;
using Payshift.Samples;
using Payshift.Tests.EndToEnd;

namespace Payshift.Tests.Dashboard.Stage;

/// <summary>
/// LocalHost with the page, on a Redis and an Azurite of its own that hold nothing at first. Its timers do not run, so that
/// nothing happens but what a test does: deliveries wait until <see cref="ProcessAsync"/>. Its handler is the sample one:
/// references with <c>fails-once</c> fail at their first attempt, with <c>fails-always</c> for good.
/// </summary>
/// <remarks>As a class fixture, or for one test by <see cref="StartAsync"/>. <see cref="StageData"/> has what fills it.</remarks>
public class DashboardStage : IAsyncLifetime
{
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(60);

    /// <summary>Providers that are on, with the secret that their deliveries are signed with.</summary>
    internal static readonly IReadOnlyDictionary<string, string> Secrets = new Dictionary<string, string>
    {
        ["stripe"] = "whsec_dashboard",
        ["adyen"] = new('A', 64),
        ["paystack"] = "sk_test_dashboard",
        ["flutterwave"] = "dashboard-hash",
        ["checkout"] = "checkout-dashboard",
        ["razorpay"] = "razorpay-dashboard",
        ["gocardless"] = "gocardless-dashboard",
        ["standardwebhooks"] = "whsec_ZGFzaGJvYXJkLXRlc3Qtc2VjcmV0LW9mLXRoZW0=",
    };

    private readonly SampleCatalog _samples = new(TimeProvider.System, new Random());

    public Uri Address => Host.Client.BaseAddress!;

    /// <summary>Its servers can be killed, paused and restarted: <c>Services.RedisServer.KillAsync()</c>.</summary>
    internal ServicesFixture Services { get; } = new();

    /// <summary>Its client carries the key.</summary>
    internal HostProcess Host { get; private set; } = null!;

    /// <summary>Payshift on the same services, to put in what no provider would send: <c>App.Queue.EnqueueAsync(webhooks)</c>.</summary>
    internal PayshiftApp App { get; private set; } = null!;

    /// <summary>A stage of a test's own.</summary>
    internal static async Task<DashboardStage> StartAsync(Action<IDictionary<string, string?>>? configure = null)
    {
        var stage = new DashboardStage();
        await stage.InitializeAsync(configure);
        return stage;
    }

    public virtual Task InitializeAsync() => InitializeAsync(null);

    public async Task DisposeAsync()
    {
        await Host.DisposeAsync();
        await App.DisposeAsync();
        await Services.DisposeAsync();
    }

    /// <summary>Posts a signed delivery, as its provider would, and sees it accepted.</summary>
    /// <param name="provider">One of <see cref="Secrets"/>.</param>
    /// <param name="reference">Of the payment; a new one where absent.</param>
    /// <param name="type">The provider's usual one where absent.</param>
    internal async Task<SampleDelivery> SendAsync(string provider, string? reference = null, string? type = null)
    {
        var delivery = _samples.Find(provider)!.Create(new SampleRequest { Secret = Secrets[provider], Reference = reference, EventType = type });
        using var answer = await Host.Client.SendAsync(delivery);
        Assert.True(answer.IsSuccessStatusCode, $"{provider} was answered {answer.StatusCode}.\n{Host.Output}");
        return delivery;
    }

    /// <summary>Has the host process what waits, until nothing waits or is to be tried again.</summary>
    internal Task ProcessAsync() => Eventually.TrueAsync(
        async () =>
        {
            using var answer = await Host.Client.PostAsync(new Uri("/payment/admin/process", UriKind.Relative), null);
            Assert.True(answer.IsSuccessStatusCode, $"Processing was answered {answer.StatusCode}.\n{Host.Output}");
            var stats = await Host.Client.GetFromJsonAsync<JsonElement>(new Uri("/payment/admin/stats", UriKind.Relative));
            return new[] { "readyHigh", "readyNormal", "readyLow", "inFlight", "scheduled" }.Sum(name => stats.GetProperty(name).GetInt64()) == 0;
        },
        Soon,
        "everything is processed");

    /// <summary>Puts in what has to be there before the host starts.</summary>
    private protected virtual Task PrepareAsync() => Task.CompletedTask;

    private protected async Task InitializeAsync(Action<IDictionary<string, string?>>? configure)
    {
        await Services.InitializeAsync();
        App = new PayshiftApp(Services);
        await PrepareAsync();
        var settings = new Dictionary<string, string?>
        {
            ["Payshift:Redis:ConnectionString"] = Services.RedisConnectionString,
            ["Payshift:Redis:Partitions"] = "4",
            ["Payshift:Tables:ConnectionString"] = Services.TablesConnectionString,
            ["Payshift:Tables:Buckets"] = "4",
            ["Payshift:Retry:BaseDelay"] = "00:00:00.1",
            ["Payshift:Retry:MaxDelay"] = "00:00:00.1",
            ["Payshift:LocalHost:SampleHandler"] = "true",
            ["ProcessSchedule"] = Schedules.Never,
            ["CleanupSchedule"] = Schedules.Never,
        };
        foreach (var (provider, secret) in Secrets)
        {
            settings[$"Payshift:Providers:{provider}:Secrets:0"] = secret;
        }

        configure?.Invoke(settings);
        Host = await HostProcess.StartAsync(settings);
    }
}
