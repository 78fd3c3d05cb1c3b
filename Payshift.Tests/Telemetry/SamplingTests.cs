using Payshift.Samples;
using Payshift.Tests.EndToEnd;

namespace Payshift.Tests.Telemetry;

/// <summary>What is left where no trace is to be kept.</summary>
[Collection(HostsCollection.Name)]
public sealed class SamplingTests(ServicesFixture services) : ServicesTest(services)
{
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(60);

    private readonly SampleCatalog _samples = new(TimeProvider.System, new Random());
    private IngestionEndpoint _endpoint = null!;

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        _endpoint = await IngestionEndpoint.StartAsync();
    }

    public override Task DisposeAsync() => _endpoint.DisposeAsync().AsTask();

    [Fact]
    public async Task Failures_are_sent_although_no_trace_is_kept()
    {
        var settings = ReceiveToRecordTests.Settings(Services);
        settings["Payshift:Telemetry:SamplingRatio"] = "0";
        _endpoint.AddTo(settings);
        await using var host = await HostProcess.StartAsync(settings);
        var sample = _samples["paystack"];

        await SendAsync(ReceiveToRecordTests.Create(sample), HttpStatusCode.OK);
        await SendAsync(ReceiveToRecordTests.Create(sample, reference: $"fails-always-{Guid.NewGuid():N}"), HttpStatusCode.OK);
        await SendAsync(sample.Tamper(ReceiveToRecordTests.Create(sample)), HttpStatusCode.Unauthorized);

        await ArrivesAsync(() => _endpoint.Requests.Any(request => request.Data.GetProperty("responseCode").GetString() == "401"), "the refused delivery");
        await ArrivesAsync(() => _endpoint.Requests.Any(request => request.Name == "process payshift" && request.Property("payshift.batch.failed") == "1"), "the failed batch");
        await ArrivesAsync(() => _endpoint.Items.Any(item => item.Property("EventId") == "2001"), "the refusal's log");
        await ArrivesAsync(() => _endpoint.Items.Any(item => item.Property("EventId") == "3005"), "the failure's log");
        Assert.All(_endpoint.Requests, request => Assert.False(request.Success));
        Assert.DoesNotContain(_endpoint.Dependencies, call => call.Success == true);

        async Task SendAsync(SampleDelivery delivery, HttpStatusCode expected)
        {
            using var answer = await host.Client.SendAsync(delivery);
            Assert.Equal(expected, answer.StatusCode);
        }
    }

    private static Task ArrivesAsync(Func<bool> condition, string what) => Eventually.TrueAsync(condition, Soon, what);
}
