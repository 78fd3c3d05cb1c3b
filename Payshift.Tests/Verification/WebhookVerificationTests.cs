using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;
using Payshift.Core.Hosting;
using Payshift.Core.Verification;

namespace Payshift.Tests.Verification;

public sealed class WebhookVerificationTests : IAsyncLifetime
{
    private readonly DateTimeOffset _now = DateTimeOffset.UtcNow;
    private readonly FakeTimeProvider _clock = new(DateTimeOffset.UtcNow);

    private FakeProviderApi _api = null!;

    public static TheoryData<string> Providers => [.. PaidEvent.All.Select(paid => paid.Name)];

    /// <summary>The number of calls for this many payments, four a minute: pages, or one call each without a usable list.</summary>
    public static TheoryData<string, int, int> Calls => new()
    {
        { "stripe", 250, 3 }, { "paystack", 250, 3 }, { "razorpay", 250, 3 }, { "square", 250, 3 }, { "mollie", 300, 2 }, { "paddle", 250, 9 },
        { "flutterwave", 100, 5 }, { "gocardless", 25, 25 }, { "lemonsqueezy", 25, 25 }, { "paypal", 25, 25 },
        { "flutterwave-v4", 100, 2 }, { "braintree", 250, 5 }, { "checkout", 250, 13 }, { "coinbase", 250, 3 }, { "monnify", 250, 3 },
    };

    public async Task InitializeAsync() => _api = await FakeProviderApi.StartAsync();

    public async Task DisposeAsync() => await _api.DisposeAsync();

    [Theory]
    [MemberData(nameof(Calls))]
    public async Task A_batch_is_confirmed_with_as_few_calls_as_the_provider_allows(string provider, int count, int calls)
    {
        await using var services = Create(provider);
        var (paid, names) = (PaidEvent.Of(provider), Names(count));
        _api.Add(names.Select((name, index) => paid.Payment(name, At(index))));

        var findings = await VerifyAsync(services, [.. names.Select((name, index) => paid.Webhook(name, At(index)))]);

        Assert.All(findings, finding => Assert.Equal(VerificationStatus.Confirmed, finding.Status));
        Assert.Equal(calls, _api.CallCount);
    }

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task What_differs_is_a_mismatch_that_says_what(string provider)
    {
        await using var services = Create(provider);
        var paid = PaidEvent.Of(provider);
        _api.Add(
            paid.Payment("1", _now),
            paid.Payment("2", _now) with { Minor = 1 },
            paid.Payment("3", _now) with { Currency = "USD" },
            paid.Payment("4", _now) with { Status = "refused" });

        var findings = await VerifyAsync(services, [.. Enumerable.Range(1, 4).Select(number => paid.Webhook($"{number}", _now))]);

        Assert.Equal(VerificationStatus.Confirmed, findings[0].Status);
        if (provider != "gocardless")
        {
            Assert.Equal((VerificationStatus.Mismatch, $"The API of {paid.Provider} says otherwise: the amount is 0.01 EUR, the event says 10.50 EUR."), (findings[1].Status, findings[1].Reason));
            Assert.Contains("the currency is USD, the event says EUR", findings[2].Reason, StringComparison.Ordinal);
        }

        Assert.Equal(VerificationStatus.Mismatch, findings[3].Status);
        Assert.Contains($"the status is refused, the event means {paid.Status}", findings[3].Reason, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task An_unknown_payment_is_not_found_and_one_that_no_list_shows_yet_is_looked_up(string provider)
    {
        await using var services = Create(provider);
        var paid = PaidEvent.Of(provider);
        _api.Add(paid.Payment("1", _now), paid.Payment("2", _now), paid.Payment("3", _now));
        _api.Unlisted[paid.Prefix + "2"] = true;

        var findings = await VerifyAsync(services, [.. Enumerable.Range(1, 4).Select(number => paid.Webhook($"{number}", _now))]);

        Assert.Equal(
            [VerificationStatus.Confirmed, VerificationStatus.Confirmed, VerificationStatus.Confirmed, VerificationStatus.NotFound],
            findings.Select(finding => finding.Status));
    }

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task A_provider_that_asks_for_patience_is_left_alone_for_as_long(string provider)
    {
        await using var services = Create(provider);
        var paid = PaidEvent.Of(provider);
        _api.Add(paid.Payment("1", _now), paid.Payment("2", _now));
        _api.Fault = request => new Refusal(429, RetryAfter: "7");
        Webhook[] webhooks = [paid.Webhook("1", _now), paid.Webhook("2", _now)];

        var findings = await VerifyAsync(services, webhooks);
        Assert.All(findings, finding => Assert.Equal((VerificationStatus.Unavailable, TimeSpan.FromSeconds(7)), (finding.Status, finding.Delay)));
        var calls = _api.Calls.Count;
        Assert.InRange(calls, 1, VerificationConstants.Parallelism);

        _api.Fault = _ => null;
        _clock.Advance(TimeSpan.FromSeconds(6));
        Assert.All(await VerifyAsync(services, webhooks), finding => Assert.Equal((VerificationStatus.Unavailable, TimeSpan.FromSeconds(1)), (finding.Status, finding.Delay)));
        Assert.Equal(calls, _api.Calls.Count);

        _clock.Advance(TimeSpan.FromSeconds(2));
        Assert.All(await VerifyAsync(services, webhooks), finding => Assert.Equal(VerificationStatus.Confirmed, finding.Status));
    }

    [Theory]
    [InlineData(500)]
    [InlineData(503)]
    [InlineData(302)]
    [InlineData(401)]
    [InlineData(200)]
    public async Task A_provider_that_says_nothing_of_the_payment_is_unavailable(int status)
    {
        await using var services = Create("stripe");
        _api.Fault = _ => new Refusal(status, Location: "http://127.0.0.1:1/stolen", Body: "<html>");

        var finding = Assert.Single(await VerifyAsync(services, [PaidEvent.Of("stripe").Webhook("1", _now)]));

        Assert.Equal(VerificationStatus.Unavailable, finding.Status);
        Assert.InRange(finding.Delay, TimeSpan.FromSeconds(1), VerificationConstants.MaxDelay);
        Assert.InRange(_api.Calls.Count, 1, 2);
    }

    [Fact]
    public async Task A_single_failure_of_the_server_is_asked_again_at_once()
    {
        await using var services = Create("stripe");
        var paid = PaidEvent.Of("stripe");
        _api.Add(paid.Payment("1", _now));
        _api.Fault = _ => _api.Calls.Count == 1 ? new Refusal(502) : null;

        Assert.Equal(VerificationStatus.Confirmed, Assert.Single(await VerifyAsync(services, [paid.Webhook("1", _now)])).Status);
    }

    [Fact]
    public async Task An_answer_that_is_too_large_is_not_read()
    {
        await using var services = Create("stripe");
        _api.Fault = _ => new Refusal(200, Body: new string(' ', VerificationConstants.MaxAnswerBytes + 1));

        Assert.Equal(VerificationStatus.Unavailable, Assert.Single(await VerifyAsync(services, [PaidEvent.Of("stripe").Webhook("1", _now)])).Status);
    }

    [Fact]
    public async Task A_list_confirms_later_batches_for_a_moment_and_never_contradicts_them()
    {
        await using var services = Create("stripe");
        var (paid, names) = (PaidEvent.Of("stripe"), Names(60));
        _api.Add(names.Select(name => paid.Payment(name, _now)));
        _api.Add(paid.Payment("50", _now) with { Status = "processing" });

        await VerifyAsync(services, [.. names.Take(20).Select(name => paid.Webhook(name, _now))]);
        Assert.Equal(1, _api.CallCount);
        Assert.All(await VerifyAsync(services, [.. names.Skip(20).Take(20).Select(name => paid.Webhook(name, _now))]), finding => Assert.Equal(VerificationStatus.Confirmed, finding.Status));
        Assert.Equal(1, _api.CallCount);

        _api.Add(paid.Payment("50", _now));
        Assert.Equal(VerificationStatus.Confirmed, Assert.Single(await VerifyAsync(services, [paid.Webhook("50", _now)])).Status);
        Assert.Equal(2, _api.CallCount);

        _clock.Advance(VerificationConstants.RecentFor);
        await VerifyAsync(services, [paid.Webhook("1", _now)]);
        Assert.Equal(3, _api.CallCount);
    }

    [Theory]
    [InlineData("..")]
    [InlineData("../balance")]
    [InlineData("1?expand[]=x")]
    [InlineData("//127.0.0.1:1/x")]
    public async Task A_reference_cannot_lead_the_call_elsewhere(string reference)
    {
        await using var services = Create("flutterwave", required: false);
        var webhook = PaidEvent.Of("flutterwave").Webhook("1", _now) with
        {
            Payload = System.Text.Encoding.UTF8.GetBytes(PaidEvent.Of("flutterwave").Template.Replace("ID", reference, StringComparison.Ordinal).Replace("ISO", "0001-01-01T00:00:00Z", StringComparison.Ordinal)),
        };

        Assert.NotEqual(VerificationStatus.Confirmed, Assert.Single(await VerifyAsync(services, [webhook])).Status);
        Assert.All(_api.Calls, call => Assert.StartsWith("/v3/transactions/verify_by_reference?tx_ref=", call, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("""{"event":"transfer.completed","data":{"id":1}}""", VerificationStatus.Mismatch)]
    [InlineData("""{"event":"charge.completed","data":{"status":"successful"}}""", VerificationStatus.Mismatch)]
    [InlineData("""{"type":"charge.completed","data":{"id":"chg_1"}}""", VerificationStatus.Confirmed)]
    internal async Task By_default_what_no_signature_covers_is_confirmed_or_kept_out(string payload, VerificationStatus expected)
    {
        await using var services = Create("flutterwave", required: false);
        var webhook = PaidEvent.Of("flutterwave").Webhook("1", _now) with { Payload = System.Text.Encoding.UTF8.GetBytes(payload) };

        Assert.Equal(expected, Assert.Single(await VerifyAsync(services, [webhook])).Status);
        Assert.Empty(_api.Calls);
    }

    [Theory]
    [InlineData("flutterwave", "flutterwave-v4", "Payshift__Providers__flutterwave__ApiKeyV4 is missing")]
    [InlineData("flutterwave-v4", "flutterwave", "Payshift__Providers__flutterwave__ApiKey is missing")]
    public async Task Where_it_is_required_a_payment_of_the_version_without_a_key_is_kept_out(string withKey, string without, string reason)
    {
        await using var services = Create(withKey);

        var finding = Assert.Single(await VerifyAsync(services, [PaidEvent.Of(without).Webhook("1", _now)]));

        Assert.Equal(VerificationStatus.Mismatch, finding.Status);
        Assert.Contains(reason, finding.Reason, StringComparison.Ordinal);
        Assert.Empty(_api.Calls);
    }

    [Theory]
    [InlineData("10.50", VerificationStatus.Confirmed)]
    [InlineData("10.51", VerificationStatus.Mismatch)]
    internal async Task An_amount_without_a_currency_is_compared_by_itself(string amount, VerificationStatus expected)
    {
        await using var services = Create("braintree");
        var paid = PaidEvent.Of("braintree");
        _api.Add(paid.Payment("1", _now) with { Status = "settling" });
        var webhook = paid.Webhook("1", _now) with
        {
            EventType = "subscription_charged_successfully",
            Amount = null,
            Payload = System.Text.Encoding.UTF8.GetBytes($"""
                <notification><kind>subscription_charged_successfully</kind><subject><subscription><transactions type="array">
                <transaction><id>bt1</id><amount>{amount}</amount></transaction><transaction><id>bt0</id><amount>1.00</amount></transaction>
                </transactions></subscription></subject></notification>
                """),
        };

        Assert.Equal(expected, Assert.Single(await VerifyAsync(services, [webhook])).Status);
    }

    [Theory]
    [InlineData("Partially Captured", 1050, VerificationStatus.Confirmed)]
    [InlineData("Partially Captured", 2100, VerificationStatus.Mismatch)]
    [InlineData("Partially Captured", null, VerificationStatus.Mismatch)]
    [InlineData("Captured", null, VerificationStatus.Mismatch)]
    [InlineData("Authorized", 0, VerificationStatus.Mismatch)]
    internal async Task What_was_captured_is_compared_and_not_what_was_authorized(string status, int? captured, VerificationStatus expected)
    {
        await using var services = Create("checkout");
        _api.Fault = _ => Microsoft.AspNetCore.Http.Results.Json(
            new { id = "pay_1", amount = 2100, currency = "EUR", status, balances = new { total_captured = captured } });

        Assert.Equal(expected, Assert.Single(await VerifyAsync(services, [PaidEvent.Of("checkout").Webhook("1", _now)])).Status);
    }

    [Theory]
    [InlineData("checkout", "pay_x' OR id:'pay_y")]
    [InlineData("braintree", "x]]&lt;/item&gt;")]
    public async Task A_reference_cannot_widen_a_search(string provider, string reference)
    {
        await using var services = Create(provider);
        var paid = PaidEvent.Of(provider);
        _api.Add(paid.Payment("1", _now), paid.Payment("2", _now));
        var odd = paid.Webhook("3", _now) with
        {
            Payload = System.Text.Encoding.UTF8.GetBytes(paid.Template.Replace("ID", reference, StringComparison.Ordinal)),
        };

        var findings = await VerifyAsync(services, [paid.Webhook("1", _now), paid.Webhook("2", _now), odd]);

        Assert.Equal(
            [VerificationStatus.Confirmed, VerificationStatus.Confirmed, VerificationStatus.NotFound],
            findings.Select(finding => finding.Status));
        Assert.Equal(2, _api.CallCount);
    }

    [Theory]
    [InlineData("<!DOCTYPE a [<!ENTITY b SYSTEM \"file:///etc/passwd\">]><transaction><id>&b;</id></transaction>")]
    [InlineData("{}")]
    [InlineData("<transaction>")]
    public async Task An_answer_of_braintree_that_is_no_plain_xml_is_not_read(string body)
    {
        await using var services = Create("braintree");
        _api.Fault = _ => new Refusal(200, Body: body);

        Assert.Equal(VerificationStatus.Unavailable, Assert.Single(await VerifyAsync(services, [PaidEvent.Of("braintree").Webhook("1", _now)])).Status);
    }

    [Fact]
    public async Task By_default_a_signed_event_is_not_asked_for()
    {
        await using var services = Create("stripe", required: false);

        Assert.Equal(VerificationStatus.Confirmed, Assert.Single(await VerifyAsync(services, [PaidEvent.Of("stripe").Webhook("1", _now)])).Status);
        Assert.Empty(_api.Calls);
    }

    [Fact]
    public async Task A_payment_that_mollie_itself_told_of_is_not_asked_for_again()
    {
        await using var services = Create("mollie");
        var classic = PaidEvent.Of("mollie").Webhook("1", _now) with { Payload = """{"resource":"payment","id":"tr_1","status":"paid"}"""u8.ToArray() };

        Assert.Equal(VerificationStatus.Confirmed, Assert.Single(await VerifyAsync(services, [classic])).Status);
        Assert.Empty(_api.Calls);
    }

    [Fact]
    public async Task Calls_keep_to_the_pace_of_the_provider()
    {
        await using var services = Create("lemonsqueezy");
        var (paid, names) = (PaidEvent.Of("lemonsqueezy"), Names(VerificationConstants.BurstCalls + 6));
        _api.Add(names.Select(name => paid.Payment(name, _now)));
        var started = System.Diagnostics.Stopwatch.GetTimestamp();

        await VerifyAsync(services, [.. names.Select(name => paid.Webhook(name, _now))]);

        Assert.True(System.Diagnostics.Stopwatch.GetElapsedTime(started) > TimeSpan.FromSeconds(1));
    }

    [Theory]
    [InlineData(200)]
    [InlineData(401)]
    [InlineData(500)]
    public async Task Neither_the_key_nor_the_request_is_logged(int status)
    {
        var lines = new System.Collections.Concurrent.ConcurrentQueue<string>();
        await using var services = Create("paypal", log: lines.Enqueue);
        var paid = PaidEvent.Of("paypal");
        _api.Add(paid.Payment("logged", _now));
        _api.Fault = request => status == 200 ? null : new Refusal(status);

        await VerifyAsync(services, [paid.Webhook("logged", _now)]);

        Assert.All(lines, line => Assert.DoesNotContain("secret", line, StringComparison.Ordinal));
        Assert.All(lines, line => Assert.DoesNotContain("A21AA", line, StringComparison.Ordinal));
        Assert.All(lines, line => Assert.DoesNotContain("caplogged", line, StringComparison.Ordinal));
        Assert.All(lines, line => Assert.DoesNotContain("a2V5OnNlY3JldA", line, StringComparison.Ordinal));
    }

    private ServiceProvider Create(string provider, bool required = true, Action<string>? log = null)
    {
        var isVersion4 = provider == "flutterwave-v4";
        provider = PaidEvent.Of(provider).Provider;
        var values = new Dictionary<string, string?>
        {
            ["Payshift:Redis:ConnectionString"] = "localhost:6379",
            ["Payshift:Tables:ConnectionString"] = "UseDevelopmentStorage=true",
            [$"Payshift:Providers:{provider}:Secrets:0"] = "secret",
            [$"Payshift:Providers:{provider}:ApiKey"] = isVersion4 ? null : FakeProviderApi.Key,
            [$"Payshift:Providers:{provider}:ApiKeyV4"] = isVersion4 ? FakeProviderApi.Key : null,
            [$"Payshift:Providers:{provider}:ApiBaseUrlV4"] = _api.Address.AbsoluteUri,
            [$"Payshift:Providers:{provider}:ApiTokenUrlV4"] = $"{_api.Address.AbsoluteUri}oauth2/token",
            ["Payshift:Providers:braintree:MerchantId"] = provider == "braintree" ? "m1" : null,
            ["Payshift:Providers:braintree:PublicKey"] = provider == "braintree" ? "key" : null,
            [$"Payshift:Providers:{provider}:ApiBaseUrl"] = _api.Address.AbsoluteUri,
            [$"Payshift:Providers:{provider}:Verification"] = required ? "Required" : null,
            ["Payshift:Providers:square:NotificationUrl"] = provider == "square" ? "https://example.com/hook" : null,
            ["Payshift:Providers:paypal:WebhookId"] = provider == "paypal" ? "WH-1" : null,
        };
        var collection = new ServiceCollection()
            .AddLogging(builder => _ = log is null ? builder : builder.SetMinimumLevel(LogLevel.Trace).AddProvider(new LineLoggerProvider(log)))
            .AddSingleton<TimeProvider>(_clock);
        collection.AddPayshift(new ConfigurationBuilder().AddInMemoryCollection(values.Where(value => value.Value is not null)).Build());
        return collection.BuildServiceProvider();
    }

    private static Task<IReadOnlyList<VerificationResult>> VerifyAsync(ServiceProvider services, IReadOnlyList<Webhook> webhooks) =>
        services.GetRequiredService<WebhookVerification>().VerifyAsync(webhooks, CancellationToken.None);

    private static string[] Names(int count) => [.. Enumerable.Range(0, count).Select(number => $"{number}")];

    /// <summary>A payment a quarter of a minute.</summary>
    private DateTimeOffset At(int index) => _now - TimeSpan.FromSeconds(15 * index);
}
