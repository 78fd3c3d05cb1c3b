using Payshift.Samples;

namespace Payshift.Tests.EndToEnd;

/// <summary>The way of a webhook over HTTP, through a host that runs the trigger classes on real services.</summary>
[Collection(HostsCollection.Name)]
public sealed class ReceiveToRecordTests(ServicesFixture services) : ServicesTest(services)
{
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(60);

    private static readonly IReadOnlyDictionary<string, string> Secrets = new Dictionary<string, string>
    {
        ["stripe"] = "whsec_end_to_end",
        ["paystack"] = "sk_test_end_to_end",
        ["flutterwave"] = "end-to-end-hash",
        ["standardwebhooks"] = "whsec_ZW5kLXRvLWVuZC10ZXN0LXNlY3JldA==",
    };

    private readonly SampleCatalog _samples = new(TimeProvider.System, new Random());
    private HostProcess _host = null!;

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        _host = await HostProcess.StartAsync(Settings(Services));
    }

    public override Task DisposeAsync() => _host.DisposeAsync().AsTask();

    [Fact]
    public async Task A_signed_webhook_of_every_provider_is_kept_processed_and_found_by_its_reference()
    {
        var deliveries = _samples.Demonstrated.SelectMany(sample => sample.EventTypes.Select(type => Create(sample, type))).ToArray();
        foreach (var delivery in deliveries)
        {
            using var answer = await _host.Client.SendAsync(delivery);
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
            Assert.Equal(1, (await ReadAsync(answer)).GetProperty("kept").GetInt32());
        }

        foreach (var delivery in deliveries)
        {
            await Eventually.TrueAsync(
                async () => (await FindAsync(delivery.PaymentReference)).Any(record =>
                    record.GetProperty("eventType").GetString() == delivery.EventType && record.GetProperty("outcome").GetString() == "processed"),
                Soon,
                $"{delivery.Provider} {delivery.EventType} is recorded");
        }
    }

    [Fact]
    public async Task A_repeated_delivery_is_a_duplicate()
    {
        var delivery = Create(_samples["stripe"]);
        using var first = await _host.Client.SendAsync(delivery);
        using var second = await _host.Client.SendAsync(delivery);

        Assert.Equal((1, 0), await CountsAsync(first));
        Assert.Equal((0, 1), await CountsAsync(second));
    }

    [Fact]
    public async Task A_bad_signature_is_refused_and_leaves_nothing()
    {
        foreach (var sample in _samples.Demonstrated)
        {
            var delivery = sample.Tamper(Create(sample));
            using var answer = await _host.Client.SendAsync(delivery);

            await AssertProblemAsync(answer, HttpStatusCode.Unauthorized);
            Assert.Empty(await FindAsync(delivery.PaymentReference));
        }
    }

    [Fact]
    public async Task What_cannot_be_taken_is_refused_with_a_problem()
    {
        var delivery = Create(_samples["stripe"]);
        await AssertProblemAsync(await _host.Client.SendAsync(delivery, provider: "nopay"), HttpStatusCode.NotFound);
        await AssertProblemAsync(await _host.Client.SendAsync(delivery with { Body = new byte[300_000] }), HttpStatusCode.RequestEntityTooLarge);
        await AssertProblemAsync(await _host.Client.SendAsync(Signed("not json")), HttpStatusCode.BadRequest);
        await AssertProblemAsync(await _host.Client.SendAsync(Signed("[]")), HttpStatusCode.BadRequest);

        SampleDelivery Signed(string body)
        {
            var bytes = System.Text.Encoding.UTF8.GetBytes(body);
            var signature = Convert.ToHexStringLower(System.Security.Cryptography.HMACSHA512.HashData(
                System.Text.Encoding.UTF8.GetBytes(Secrets["paystack"]), bytes));
            return new SampleDelivery("paystack", bytes, new Dictionary<string, string> { ["x-paystack-signature"] = signature }, "", "", "");
        }
    }

    [Fact]
    public async Task What_fails_once_is_retried_and_what_fails_for_good_is_recorded_as_failed()
    {
        var once = Create(_samples["paystack"], reference: $"fails-once-{Guid.NewGuid():N}");
        var always = Create(_samples["paystack"], reference: $"fails-always-{Guid.NewGuid():N}");
        using var _ = await _host.Client.SendAsync(once);
        using var __ = await _host.Client.SendAsync(always);

        await Eventually.TrueAsync(async () => (await FindAsync(once.PaymentReference)).Count == 1, Soon, "the retried one is recorded");
        await Eventually.TrueAsync(async () => (await FindAsync(always.PaymentReference)).Count == 1, Soon, "the failed one is recorded");

        var retried = Assert.Single(await FindAsync(once.PaymentReference));
        Assert.Equal(("processed", 2), (retried.GetProperty("outcome").GetString(), retried.GetProperty("attempts").GetInt32()));
        Assert.Equal("failed", Assert.Single(await FindAsync(always.PaymentReference)).GetProperty("outcome").GetString());
    }

    [Fact]
    public async Task A_provider_hears_what_it_wants_to_hear()
    {
        using var challenge = await _host.Client.GetAsync(new Uri("/payment/webhooks/braintree?bt_challenge=20f9f8ed05f77439fe955c977e4c8a53", UriKind.Relative));
        Assert.Equal(HttpStatusCode.OK, challenge.StatusCode);
        Assert.Matches("^public-key\\|[0-9a-f]{40}$", await challenge.Content.ReadAsStringAsync());

        await AssertProblemAsync(await _host.Client.GetAsync(new Uri("/payment/webhooks/stripe", UriKind.Relative)), HttpStatusCode.NotFound);

        using var refused = await _host.Client.PostAsync(new Uri("/payment/webhooks/gocardless", UriKind.Relative), new StringContent("{}"));
        Assert.Equal(498, (int)refused.StatusCode);
    }

    [Fact]
    public async Task No_secret_payload_or_signature_reaches_the_log()
    {
        foreach (var sample in _samples.Demonstrated)
        {
            var delivery = Create(sample);
            using var kept = await _host.Client.SendAsync(delivery);
            using var refused = await _host.Client.SendAsync(sample.Tamper(delivery));
        }

        // Output comes later than answers.
        await Eventually.TrueAsync(
            () => _host.Output.Split("delivery refused").Length > _samples.Demonstrated.Count(), Soon, "every refusal is told");
        Assert.All(Secrets.Values, secret => Assert.DoesNotContain(secret, _host.Output, StringComparison.Ordinal));
        Assert.DoesNotContain(HostProcess.Key, _host.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("billing_details", _host.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("v1=", _host.Output, StringComparison.Ordinal);
    }

    internal static Dictionary<string, string?> Settings(ServicesFixture services)
    {
        var settings = new Dictionary<string, string?>
        {
            ["Payshift:Redis:ConnectionString"] = services.RedisConnectionString,
            ["Payshift:Redis:Partitions"] = "4",
            ["Payshift:Tables:ConnectionString"] = services.TablesConnectionString,
            ["Payshift:Tables:Buckets"] = "4",
            ["Payshift:Retry:BaseDelay"] = "00:00:00.2",
            ["Payshift:LocalHost:SampleHandler"] = "true",
            ["ProcessSchedule"] = "*/1 * * * * *",
        };
        settings["Payshift:Providers:braintree:PublicKey"] = "public-key";
        settings["Payshift:Providers:braintree:Secrets:0"] = "private-key";
        settings["Payshift:Providers:gocardless:Secrets:0"] = "gocardless-secret";
        foreach (var (provider, secret) in Secrets)
        {
            settings[$"Payshift:Providers:{provider}:Secrets:0"] = secret;
        }

        return settings;
    }

    internal static SampleDelivery Create(SampleProvider sample, string? type = null, string? reference = null) =>
        sample.Create(new SampleRequest { Secret = Secrets[sample.Provider], EventType = type, Reference = reference });

    private async Task<IReadOnlyList<JsonElement>> FindAsync(string reference)
    {
        using var answer = await _host.Client.GetAsync(new Uri($"/payment/admin/payments/{Uri.EscapeDataString(reference)}", UriKind.Relative));
        if (answer.StatusCode == HttpStatusCode.NotFound)
        {
            return [];
        }

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return [.. (await ReadAsync(answer)).GetProperty("webhooks").EnumerateArray()];
    }

    private static async Task<(int Kept, int Duplicates)> CountsAsync(HttpResponseMessage answer)
    {
        var counts = await ReadAsync(answer);
        return (counts.GetProperty("kept").GetInt32(), counts.GetProperty("duplicates").GetInt32());
    }

    private static async Task AssertProblemAsync(HttpResponseMessage answer, HttpStatusCode status)
    {
        using (answer)
        {
            Assert.Equal(status, answer.StatusCode);
            Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
            Assert.NotEmpty((await ReadAsync(answer)).GetProperty("detail").GetString()!);
        }
    }

    private static async Task<JsonElement> ReadAsync(HttpResponseMessage answer) =>
        JsonDocument.Parse(await answer.Content.ReadAsStringAsync()).RootElement;
}
