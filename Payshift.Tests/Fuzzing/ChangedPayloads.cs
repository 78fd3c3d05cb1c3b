using CsCheck;
using Payshift.Tests.Providers;

namespace Payshift.Tests.Fuzzing;

/// <summary>Genuine payloads with one or more values replaced by what nobody expects there.</summary>
internal static class ChangedPayloads
{
    private static readonly byte[][] Values = [.. new[]
    {
        "null", "true", "0", "-1", "1e400", "99999999999999999999999999", "1.5", "253402300800", "\"\"", "\" \"", "\"x\"", "\"\\ud800\"",
        "\"\\u0000\"", "\"9999-12-31T23:59:59-14:00\"", "\"0001-01-01T00:00:00+14:00\"", "\"1e400\"", "\"-0\"", "[]", "{}", "[{}]", "[[]]",
        "[null]", "{\"\\ud800\":1}", "{\"id\":7,\"value\":{},\"currency\":[]}", "\"31/12/9999 11:59:59 PM\"", "99991231235959",
    }.Select(Encoding.UTF8.GetBytes)];

    private static readonly string[] Pieces = ["", "<", ">", "&", "</a>", "<a>", "<a/>", "\0", "\ud800", "<![CDATA[x]]>", "<!--", "1e400"];

    private static readonly ILookup<string, WebhookDelivery> Samples = JsonSamples().ToLookup(sample => sample.Provider, sample => sample.Delivery);

    /// <summary>Braintree's documents, torn and mended badly.</summary>
    public static readonly Gen<WebhookDelivery> TornDocuments = Gen.Select(
        Gen.Int[0, 700],
        Gen.Int[0, 60],
        Gen.Int[0, Pieces.Length - 1],
        (at, length, index) =>
        {
            const string document = """
                <notification><timestamp type="datetime">2026-09-21T12:00:00Z</timestamp><kind>transaction_settled</kind><subject><subscription>
                <id>s1</id><transactions type="array"><transaction><id>t1</id><currency-iso-code>USD</currency-iso-code><amount>100.50</amount>
                <payment-instrument-type>credit_card</payment-instrument-type></transaction></transactions></subscription></subject></notification>
                """;
            var start = Math.Min(at, document.Length);
            var torn = document.Remove(start, Math.Min(length, document.Length - start)).Insert(start, Pieces[index]);
            return Deliveries.Of($"bt_payload={Uri.EscapeDataString(Convert.ToBase64String(Encoding.UTF8.GetBytes(torn)))}");
        });

    /// <returns>Null for a provider whose payloads are no JSON.</returns>
    public static Gen<WebhookDelivery>? Of(string provider)
    {
        var samples = Samples[provider].ToArray();
        return samples.Length == 0 ? null : Gen.Select(
            Gen.Int[0, samples.Length - 1],
            Gen.Select(Gen.Int[0, 10_000], Gen.Int[0, Values.Length - 1]).List[1, 3],
            (index, changes) =>
            {
                var sample = samples[index];
                var body = (sample.Fetched ?? sample.Body).ToArray();
                foreach (var (at, value) in changes)
                {
                    body = Replace(body, at, Values[value]);
                }

                return sample.Fetched is null ? sample with { Body = body } : sample with { Fetched = body };
            });
    }

    /// <summary>Replaces one value, be it a whole object or a single number.</summary>
    private static byte[] Replace(byte[] body, int at, byte[] value)
    {
        var values = new List<(int Start, int End)>();
        var open = new Stack<int>();
        try
        {
            var reader = new Utf8JsonReader(body);
            while (reader.Read())
            {
                var start = (int)reader.TokenStartIndex;
                switch (reader.TokenType)
                {
                    case JsonTokenType.StartObject or JsonTokenType.StartArray:
                        open.Push(start);
                        break;
                    case JsonTokenType.EndObject or JsonTokenType.EndArray:
                        values.Add((open.Pop(), (int)reader.BytesConsumed));
                        break;
                    case not JsonTokenType.PropertyName:
                        values.Add((start, (int)reader.BytesConsumed));
                        break;
                }
            }
        }
        catch (JsonException)
        {
            return body;
        }

        var (from, to) = values[at % values.Count];
        return [.. body.AsSpan(0, from), .. value, .. body.AsSpan(to)];
    }

    private static IEnumerable<(string Provider, WebhookDelivery Delivery)> JsonSamples()
    {
        foreach (var vector in SignatureVectors.Own.Where(vector => vector.Expected == "valid" && vector.Provider != "braintree"))
        {
            yield return (AllProviders.Find(vector.Provider)!.Name, Delivery(vector.Delivery.Body));
        }

        yield return ("mollie", Delivery(default) with
        {
            Fetched = """
                {"id":"tr_1","status":"paid","method":"ideal","amount":{"value":"10.00","currency":"EUR"},"amountRefunded":{"value":"1.00"},
                 "amountChargedBack":{"value":"0.00"},"createdAt":"2026-09-21T11:59:00+00:00","paidAt":"2026-09-21T12:00:00+00:00"}
                """u8.ToArray(),
        });

        foreach (var provider in AllProviders.List)
        {
            foreach (var file in ProviderFiles.SharedPayloads(provider.Name).Where(file => Path.GetExtension(file) == ".json"))
            {
                yield return (provider.Name, Delivery(File.ReadAllBytes(file)));
            }
        }
    }

    private static WebhookDelivery Delivery(ReadOnlyMemory<byte> body) => Deliveries.Of(
        body.ToArray(), ("webhook-id", "msg_1"), ("webhook-timestamp", "1"), ("webhook-signature", "v1,x"));
}
