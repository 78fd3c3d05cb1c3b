using System.Xml.Linq;
using Microsoft.Extensions.Time.Testing;
using Payshift.Core.Providers.Http;
using Payshift.Samples;
using Payshift.Tests.Cli;
using Stripe;

namespace Payshift.Tests.Samples;

public sealed class SampleProviderTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 23, 9, 30, 0, TimeSpan.Zero);

    public static TheoryData<string, string> EveryEvent() => EventsOf(Catalog().All);

    public static TheoryData<string, string> DemonstratedEvents() => EventsOf(Catalog().Demonstrated);

    private static TheoryData<string, string> EventsOf(IEnumerable<SampleProvider> samples)
    {
        var data = new TheoryData<string, string>();
        foreach (var sample in samples)
        {
            foreach (var type in sample.EventTypes)
            {
                data.Add(sample.Name, type);
            }
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(DemonstratedEvents))]
    public void Signature_holds_and_tampering_breaks_it(string name, string type)
    {
        var sample = Catalog()[name];
        var delivery = Create(sample, type);
        var tampered = sample.Tamper(delivery);

        Assert.True(Signatures.Hold(delivery.Provider, header => delivery.Headers.GetValueOrDefault(header), delivery.Body));
        Assert.False(Signatures.Hold(tampered.Provider, header => tampered.Headers.GetValueOrDefault(header), tampered.Body));
    }

    [Theory]
    [MemberData(nameof(EveryEvent))]
    public void Same_clock_and_seed_give_the_same_bytes(string name, string type)
    {
        var (first, second) = (Create(Catalog()[name], type), Create(Catalog()[name], type));

        Assert.Equal(first.Body, second.Body);
        Assert.Equal(first.Headers, second.Headers);
    }

    [Theory]
    [MemberData(nameof(EveryEvent))]
    public void Each_call_makes_another_event(string name, string type)
    {
        var sample = Catalog()[name];
        var (first, second) = (Create(sample, type), Create(sample, type));

        Assert.NotEqual(first.EventId, second.EventId);
        Assert.NotEqual(first.PaymentReference, second.PaymentReference);
    }

    [Theory]
    [MemberData(nameof(EveryEvent))]
    public void A_reference_is_escaped_and_told(string name, string type)
    {
        const string reference = "a\"b\\c-é";
        var delivery = Create(Catalog()[name], type, reference);

        Assert.Equal(reference, delivery.PaymentReference);
        Assert.Contains(reference, Texts(delivery));
    }

    [Theory]
    [InlineData("charge.succeeded")]
    [InlineData("payment_intent.succeeded")]
    public void Stripe_net_accepts_the_event(string type)
    {
        var time = new FakeTimeProvider(DateTimeOffset.UtcNow);
        var delivery = new StripeSample(time, new Random(7)).Create(new SampleRequest
        {
            Secret = Signatures.StripeSecret,
            EventType = type,
            Amount = new Money(1099, "USD", 2),
        });

        var read = EventUtility.ConstructEvent(
            Encoding.UTF8.GetString(delivery.Body), delivery.Headers["Stripe-Signature"], Signatures.StripeSecret, throwOnApiVersionMismatch: false);

        Assert.Equal(delivery.EventId, read.Id);
        Assert.Equal(type, read.Type);
        var (amount, reference) = read.Data.Object switch
        {
            Charge charge => (charge.Amount, charge.PaymentIntentId),
            PaymentIntent intent => (intent.AmountReceived, intent.Id),
            _ => (0, null),
        };
        Assert.Equal((1099, delivery.PaymentReference), (amount, reference));
    }

    [Fact]
    public void A_stripe_charge_is_about_four_kilobytes()
    {
        var delivery = Create(Catalog()["stripe"], "charge.succeeded");

        Assert.InRange(delivery.Body.Length, 3_900, 4_300);
    }

    [Theory]
    [InlineData("paystack", "charge.success", "channel", "amount")]
    [InlineData("flutterwave-v3", "charge.completed", "payment_type", "amount")]
    public void Amounts_and_methods_are_where_the_provider_has_them(string name, string type, string method, string amount)
    {
        var delivery = Catalog()[name].Create(new SampleRequest
        {
            Secret = Signatures.PaystackSecret,
            EventType = type,
            Method = "ussd",
            Amount = new Money(12_345, "NGN", 2),
        });

        var data = JsonDocument.Parse(delivery.Body).RootElement.GetProperty("data");
        Assert.Equal("ussd", data.GetProperty(method).GetString());
        Assert.Equal("NGN", data.GetProperty("currency").GetString());
        Assert.Equal(name == "paystack" ? "12345" : "123.45", data.GetProperty(amount).GetRawText());
    }

    [Fact]
    public void Flutterwave_v4_names_the_event_itself()
    {
        var delivery = Catalog()["flutterwave-v4"].Create(new SampleRequest { Secret = "s", Method = "mobile_money", Succeeded = false });

        var root = JsonDocument.Parse(delivery.Body).RootElement;
        Assert.Equal(delivery.EventId, root.GetProperty("webhook_id").GetString());
        Assert.Equal(Now.ToUnixTimeMilliseconds(), root.GetProperty("timestamp").GetInt64());
        Assert.Equal("failed", root.GetProperty("data").GetProperty("status").GetString());
        Assert.Equal("mobile_money", root.GetProperty("data").GetProperty("payment_method").GetProperty("type").GetString());
    }

    [Fact]
    public void The_time_of_the_event_is_not_the_time_of_sending()
    {
        var delivery = Catalog()["stripe"].Create(new SampleRequest { Secret = Signatures.StripeSecret, Time = Now.AddHours(-3) });

        Assert.Equal(Now.AddHours(-3).ToUnixTimeSeconds(), JsonDocument.Parse(delivery.Body).RootElement.GetProperty("created").GetInt64());
        Assert.StartsWith($"t={Now.ToUnixTimeSeconds()},", delivery.Headers["Stripe-Signature"], StringComparison.Ordinal);
    }

    [Fact]
    public void An_unknown_event_type_is_named()
    {
        var exception = Assert.Throws<ArgumentException>(() => Create(Catalog()["stripe"], "charge.imagined"));

        Assert.Contains("charge.imagined", exception.Message, StringComparison.Ordinal);
    }

    private static SampleCatalog Catalog() => new(new FakeTimeProvider(Now), new Random(7));

    private static SampleDelivery Create(SampleProvider sample, string type, string? reference = null) =>
        sample.Create(SampleAccounts.RequestOf(sample) with { EventType = type, Reference = reference });

    private static IEnumerable<string> Texts(SampleDelivery delivery)
    {
        if (delivery.Headers["Content-Type"] == "application/json")
        {
            return Strings(JsonDocument.Parse(delivery.Body).RootElement);
        }

        var payload = FormFields.Get(Encoding.UTF8.GetString(delivery.Body), "bt_payload")!;
        return XDocument.Parse(Encoding.UTF8.GetString(Convert.FromBase64String(payload))).Descendants().Select(element => element.Value);
    }

    private static IEnumerable<string> Strings(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.String => [element.GetString()!],
        JsonValueKind.Object => element.EnumerateObject().SelectMany(property => Strings(property.Value)),
        JsonValueKind.Array => element.EnumerateArray().SelectMany(Strings),
        _ => [],
    };
}
