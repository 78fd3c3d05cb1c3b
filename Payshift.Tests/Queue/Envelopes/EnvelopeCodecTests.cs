using System.Security.Cryptography;
using System.Text.Json.Nodes;
using CsCheck;
using Payshift.Core.Queue.Envelopes;
using Payshift.Samples;

namespace Payshift.Tests.Queue.Envelopes;

public sealed class EnvelopeCodecTests
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true, NewLine = "\n" };

    [Fact]
    public void Every_field_survives()
    {
        var webhook = SampleWebhooks.Create("evt_1", WebhookPriority.Low, "mobile_money", "référence/ü#?") with
        {
            State = PaymentState.PartiallyRefunded,
            OrderReference = "commande/é#?",
            CustomerReference = "cus_1",
            TraceParent = SampleWebhooks.Trace,
            Headers = SampleWebhooks.Headers,
        };
        AssertEqual(webhook, EnvelopeCodec.Decode(webhook.Id, EnvelopeCodec.Encode(webhook)));
    }

    [Fact]
    public void An_amount_that_is_not_known_stays_unknown()
    {
        var webhook = SampleWebhooks.Create("evt_1") with { Amount = null };
        Assert.Null(EnvelopeCodec.Decode(webhook.Id, EnvelopeCodec.Encode(webhook)).Amount);
    }

    [Fact]
    public void Each_part_that_not_every_webhook_has_survives_without_the_others() => Assert.All(
        [
            SampleWebhooks.Create("evt_1") with { State = PaymentState.ChargedBack },
            SampleWebhooks.Create("evt_1") with { OrderReference = "ORD-1" },
            SampleWebhooks.Create("evt_1") with { CustomerReference = "cus_1" },
            SampleWebhooks.Create("evt_1") with { TraceParent = SampleWebhooks.Trace },
            SampleWebhooks.Create("evt_1") with { Headers = SampleWebhooks.Headers },
        ],
        webhook => AssertEqual(webhook, EnvelopeCodec.Decode(webhook.Id, EnvelopeCodec.Encode(webhook))));

    // Written by the codec of the first format.
    [Theory]
    [InlineData(
        "AX0AAAAotS/9JH1tAwAEBgJ7bFDEoAEAALBxUMSgAQAAAhoEAAMARVVSBgBzdHJpcGUFAGV2dF8xEAALAElOVi8yMDI2L8O8DABtb2JpbGVfbW9uZXkiOjEwNTAsIm5vdGUiOiJhIHBheWxvYWQifQMAY5nEYGAUL3AHvfyW1w==",
        WebhookPriority.Low, true)]
    [InlineData(
        "AXoAAAAotS/9JHpdAwDUBQB7bFDEoAEAALBxUMSgAQAA/wAGAHN0cmlwZQUAZXZ0XzEQAGVkZWQLAElOVi8yMDI2L8O8DABtb2JpbGVfbW9uZXkiOjEwNTAsIm5vdGUiOiJhIHBheWxvYWQifQMAV5kJl7hWvhYgDOw0ArE=",
        WebhookPriority.High, false)]
    public void What_waits_since_the_first_format_is_still_read(string envelope, WebhookPriority priority, bool hasAmount)
    {
        var expected = SampleWebhooks.Create("evt_1", priority, "mobile_money", "INV/2026/ü");
        AssertEqual(hasAmount ? expected : expected with { Amount = null }, EnvelopeCodec.Decode(expected.Id, Convert.FromBase64String(envelope)));
    }

    // Written by the codec of the second format.
    [Theory]
    [InlineData(
        "Ao0AAAAotS/9JI3tAwAEBwJ7bFDEoAEAALBxUMSgAQAAAhoEAAMARVVSBgBzdHJpcGUFAGV2dF8xEAALAElOVi8yMDI2L8O8DABtb2JpbGVfbW9uZXkHRgUAT1JELTEFAGN1c18xIjoxMDUwLCJub3RlIjoiYSBwYXlsb2FkIn0DAEMzicLAKF7gDrO31As=",
        WebhookPriority.Low, true)]
    [InlineData(
        "AnsAAAAotS/9JHtVAwDEBQB7bFDEoAEAALBxUMSgAQAA/wAGAHN0cmlwZQUAZXZ0XzEQAGVkZWQLAElOVi8yMDI2L8O8DABtb2JpbGVfbW9uZXkAMTA1MCwibm90ZSI6ImEgcGF5bG9hZCJ9AwBg3HV7iWvlawHCfMbaYA==",
        WebhookPriority.High, false)]
    public void What_waits_since_the_second_format_is_still_read(string envelope, WebhookPriority priority, bool hasAll)
    {
        var sample = SampleWebhooks.Create("evt_1", priority, "mobile_money", "INV/2026/ü");
        var expected = hasAll
            ? sample with { State = PaymentState.PartiallyRefunded, OrderReference = "ORD-1", CustomerReference = "cus_1" }
            : sample with { Amount = null };
        AssertEqual(expected, EnvelopeCodec.Decode(expected.Id, Convert.FromBase64String(envelope)));
    }

    // Written by the codec of the third format.
    [Theory]
    [InlineData(
        "A40AAAAotS/9JI3lAwD0BgJ7bFDEoAEAALBxUMSgAQAAAhoEAAMARVVSBgBzdHJpcGUFAGV2dF8xEAALAElOVi8yMDI2L8O8DABtb2JpbGVfbW9uZXkHRgUAT1JELTEFAGN1c18xezEwNTAsIm5vdGUiOiJhIHBheWxvYWQifQMA5KgriiOgeIE7s7fUCw==",
        WebhookPriority.Low, true)]
    [InlineData(
        "A3sAAAAotS/9JHstAwBEBQB7bFDEoAEAALBxUMSgAQAA/wAGAAUAZXZ0XzEQAAsASU5WLzIwMjYvw7wMAG1vYmlsZV9tb25leQAiOjEwNTAsIm5vdGUiOiJhIHBheWxvYWQifQQAtACHcERA5x3UgRcgDHzG2mA=",
        WebhookPriority.High, false)]
    public void What_waits_since_the_third_format_is_still_read(string envelope, WebhookPriority priority, bool hasAll)
    {
        var sample = SampleWebhooks.Create("evt_1", priority, "mobile_money", "INV/2026/ü");
        var expected = hasAll
            ? sample with { State = PaymentState.PartiallyRefunded, OrderReference = "ORD-1", CustomerReference = "cus_1" }
            : sample with { Amount = null };
        AssertEqual(expected, EnvelopeCodec.Decode(expected.Id, Convert.FromBase64String(envelope)));
    }

    [Fact]
    public void A_trace_costs_its_binary_form()
    {
        var plain = SampleWebhooks.Create("evt_1");
        var traced = plain with { TraceParent = SampleWebhooks.Trace };
        Assert.InRange(EnvelopeCodec.Encode(traced).Length - EnvelopeCodec.Encode(plain).Length, 25, 29);
    }

    [Theory]
    [InlineData("stripe", "content-type: application/json; charset=utf-8\nuser-agent: Stripe/1.0 (+https://stripe.com/docs/webhooks)", 12)]
    [InlineData("razorpay", "x-razorpay-event-id: Gb5kMCdcAZ8jJ8\ncontent-type: application/json\nuser-agent: Razorpay-Webhook/v1", 14 + 24)]
    public void Headers_of_known_senders_cost_little_more_than_what_is_new_in_them(string provider, string headers, int most)
    {
        var plain = SampleWebhooks.Create("evt_1") with { Provider = provider };
        var kept = plain with { Headers = new DeliveryHeaders(headers) };
        Assert.InRange(EnvelopeCodec.Encode(kept).Length - EnvelopeCodec.Encode(plain).Length, 1, most);
    }

    [Fact]
    public void An_unknown_format_is_told()
    {
        var webhook = SampleWebhooks.Create("evt_1");
        var envelope = EnvelopeCodec.Encode(webhook);
        envelope[0] = 31;
        Assert.True(EnvelopeCodec.IsOfLaterFormat(envelope));
        Assert.Contains("31", Assert.Throws<InvalidDataException>(() => EnvelopeCodec.Decode(webhook.Id, envelope)).Message);
    }

    [Fact]
    public void Neither_ours_nor_earlier_ones_nor_what_is_none_is_a_later_format()
    {
        var envelope = EnvelopeCodec.Encode(SampleWebhooks.Create("evt_1"));
        Assert.All(Enumerable.Range(0, 5).Append(32).Append(200), format =>
        {
            envelope[0] = (byte)format;
            Assert.False(EnvelopeCodec.IsOfLaterFormat(envelope));
        });
        Assert.False(EnvelopeCodec.IsOfLaterFormat([]));
        Assert.False(EnvelopeCodec.IsOfLaterFormat([9, 0, 0, 0, 0, 0, 0, 0]));
        Assert.False(EnvelopeCodec.IsOfLaterFormat([9, 0, 1, 0, 0]));
    }

    [Theory]
    [InlineData(false, 0.40)]
    [InlineData(true, 0.30)]
    public void A_charge_takes_a_fraction_of_its_json_compact_or_indented(bool indented, double most)
    {
        var body = new StripeSample(TimeProvider.System, new Random(11)).Create(new SampleRequest { Secret = "whsec_1" }).Body;
        var payload = JsonSerializer.Serialize(JsonNode.Parse(body), indented ? Indented : JsonSerializerOptions.Default);
        var webhook = SampleWebhooks.Create("evt_1", payload: payload);

        Assert.InRange(EnvelopeCodec.Encode(webhook).Length, 1, most * payload.Length);
    }

    [Fact]
    public void Names_that_come_again_are_the_same_text()
    {
        var webhook = SampleWebhooks.Create("evt_1");
        var (first, second) = (EnvelopeCodec.Decode(webhook.Id, EnvelopeCodec.Encode(webhook)), EnvelopeCodec.Decode(webhook.Id, EnvelopeCodec.Encode(webhook)));
        Assert.Same(first.EventType, second.EventType);
    }

    [Fact]
    public void State_and_link_cost_little_more_than_their_text()
    {
        var plain = SampleWebhooks.Create("evt_1", WebhookPriority.Low, "mobile_money", "INV/2026/ü", payload: """{"metadata":{"order_id":"ORD-2026-000451"}}""");
        var linked = plain with { State = PaymentState.Succeeded, OrderReference = "ORD-2026-000451" };

        Assert.InRange(EnvelopeCodec.Encode(linked).Length - EnvelopeCodec.Encode(plain).Length, 0, "ORD-2026-000451".Length + 4);
    }

    [Fact]
    public void Any_text_any_payload_and_any_amount_survive()
    {
        var webhooks =
            from text in Gen.String[0, 200]
            from payload in Gen.Byte.Array[0, 20_000]
            from amount in Gen.Long
            from exponent in Gen.Byte[0, 18]
            from time in Gen.Long[-62_135_596_800_000, 253_402_300_799_999]
            select SampleWebhooks.Create("evt") with
            {
                // Lone surrogates are no text; UTF-8 has no form for them.
                EventType = Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text)),
                Payload = payload,
                Amount = new Money(amount, "EUR", exponent),
                EventTime = DateTimeOffset.FromUnixTimeMilliseconds(time),
                OrderReference = payload.Length % 2 == 0 ? null : Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text)),
                State = payload.Length % 3 == 0 ? null : PaymentState.Refunded,
                TraceParent = payload.Length % 5 == 0 ? null : SampleWebhooks.Trace,
                Headers = new DeliveryHeaders(Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text))),
            };
        webhooks.Sample(webhook => AssertEqual(webhook, EnvelopeCodec.Decode(webhook.Id, EnvelopeCodec.Encode(webhook))), iter: 300);
    }

    [Fact]
    public void Payloads_that_do_not_compress_are_stored_with_few_bytes_on_top()
    {
        var payload = new byte[4000];
        new Random(7).NextBytes(payload);
        var webhook = SampleWebhooks.Create("evt_1") with { Payload = payload };
        Assert.InRange(EnvelopeCodec.Encode(webhook).Length, 4000, 4150);
        AssertEqual(webhook, EnvelopeCodec.Decode(webhook.Id, EnvelopeCodec.Encode(webhook)));
    }

    [Fact]
    public void Damaged_envelopes_are_told_apart_from_everything_else()
    {
        var webhook = SampleWebhooks.Create("evt_1");
        var envelope = EnvelopeCodec.Encode(webhook);
        (from cut in Gen.Int[0, envelope.Length - 1]
         from flipped in Gen.Int[0, envelope.Length - 1]
         from bit in Gen.Int[0, 7]
         select (cut, flipped, bit)).Sample(damage =>
         {
             Assert.Throws<InvalidDataException>(() => EnvelopeCodec.Decode(webhook.Id, envelope.AsSpan(0, damage.cut)));
             var bent = envelope.ToArray();
             bent[damage.flipped] ^= (byte)(1 << damage.bit);
             try
             {
                 // A frame has bits that mean nothing: then it decodes to the same.
                 AssertEqual(webhook, EnvelopeCodec.Decode(webhook.Id, bent));
             }
             catch (InvalidDataException)
             {
                 // The only exception that may leave.
             }
         }, iter: 2000);
    }

    [Theory]
    [InlineData("shapes-1", "d9f915ec27460f6fec0387772b959643d1de1ce06e5035d28d17db638d13bac3")]
    [InlineData("shapes-2", "f7b5171ad13c15199057eb98e8116e6272d0e851ac0d1346169baa3f8b4a843f")]
    [InlineData("headers-3", "2629ff3fa70e96239b37c2af10e61411626ef75e39d6bf4d3d9dd900542c0bd5")]
    public void The_dictionaries_are_those_that_waiting_webhooks_were_written_with(string name, string digest)
    {
        using var stream = typeof(EnvelopeCodec).Assembly.GetManifestResourceStream($"Payshift.Core.Queue.Envelopes.{name}.txt")!;
        Assert.Equal(digest, Convert.ToHexStringLower(SHA256.HashData(stream)));
    }

    private static void AssertEqual(Webhook expected, Webhook actual)
    {
        Assert.Equal(expected.Payload.ToArray(), actual.Payload.ToArray());
        Assert.Equal(expected with { Payload = default }, actual with { Payload = default });
    }
}
