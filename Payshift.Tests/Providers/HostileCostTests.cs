using System.Diagnostics;
using System.Text;
using System.Text.Json;
using Payshift.Core.Providers;

namespace Payshift.Tests.Providers;

/// <summary>What a sender can make a megabyte cost, signed or not.</summary>
public sealed class HostileCostTests
{
    private const int Size = 1_000_000;

    /// <summary>Far above what a genuine body of the size takes on a busy machine, far below what anything quadratic does.</summary>
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(4);

    public static TheoryData<string> Bodies => [.. Hostile.Keys];

    private static readonly Dictionary<string, Func<byte[]>> Hostile = new()
    {
        ["deep lists"] = () => Fill("[", ""),
        ["deep objects"] = () => Fill("{\"a\":", ""),
        ["many distinct names"] = () => Text($"{{{string.Join(',', Enumerable.Range(0, 80_000).Select(i => $"\"n{i:d5}\":1"))}}}"),
        ["one name many times"] = () => Text($"{{{string.Join(',', Enumerable.Repeat("\"id\":\"x\"", 100_000))}}}"),
        ["names that are not unicode"] = () => Text($"{{{string.Join(',', Enumerable.Repeat("\"\\ud800\":1", 80_000))}}}"),
        ["empty events"] = () => Text($"{{\"events\":[{string.Join(',', Enumerable.Repeat("{}", 300_000))}]}}"),
        ["unsigned items"] = () => Text($"{{\"notificationItems\":[{string.Join(',', Enumerable.Repeat("{\"NotificationRequestItem\":{}}", 30_000))}]}}"),
        ["items with a wrong signature"] = () => Text(
            $"{{\"notificationItems\":[{string.Join(',', Enumerable.Repeat($"{{\"NotificationRequestItem\":{{\"additionalData\":{{\"hmacSignature\":\"{new string('A', 43)}=\"}}}}}}", 9_000))}]}}"),
        ["a huge number"] = () => Text($"{{\"id\":\"x\",\"type\":\"y\",\"amount\":{new string('9', Size)}}}"),
        ["a huge text"] = () => Text($"{{\"id\":\"{new string('x', Size)}\",\"event\":\"y\"}}"),
        ["escapes"] = () => Text($"{{\"id\":\"{string.Concat(Enumerable.Repeat("\\u0041", Size / 6))}\"}}"),
        ["bytes that are not UTF-8"] = () => [.. Enumerable.Repeat((byte)0xff, Size)],
        ["many fields"] = () => Fill("&", "bt_payload=x&bt_signature=y"),
        ["one field many times"] = () => Fill("id=tr_1&", ""),
        ["percent signs"] = () => Fill("%41", "bt_signature=public_key%7C00&bt_payload="),
        ["pairs"] = () => Fill("public_key%7C00%26", "bt_payload=PGE%2B&bt_signature="),
        ["deep elements"] = () => Form(string.Concat(Enumerable.Repeat("<a>", 200_000))),
        ["long names in each other"] = () => Form(string.Concat(Enumerable.Repeat($"<{new string('a', 20_000)}>", 30))),
        ["many attributes"] = () => Form($"<a {string.Join(' ', Enumerable.Range(0, 60_000).Select(i => $"a{i}='1'"))}/>"),
        ["many elements"] = () => Form($"<a>{string.Concat(Enumerable.Repeat("<b>x</b>", 80_000))}</a>"),
        ["entities"] = () => Form("<!DOCTYPE a [<!ENTITY x \"xxxxxxxxxx\"><!ENTITY y \"&x;&x;&x;&x;&x;&x;&x;&x;\">]><a>&y;&y;&y;</a>"),
    };

    [Theory]
    [MemberData(nameof(Bodies))]
    public async Task A_megabyte_costs_bounded_time(string kind)
    {
        var body = Hostile[kind]();
        foreach (var provider in AllProviders.List)
        {
            var delivery = SignedDeliveries.Of(provider, [], body) is { } signed && provider.Name != "braintree"
                ? new WebhookDelivery(signed.Headers, body)
                : Deliveries.Of(body);
            var spent = Stopwatch.StartNew();

            var verdict = await provider.VerifyAsync(
                delivery, AllProviders.Options(AllProviders.SecretOf(provider)), DateTimeOffset.FromUnixTimeSeconds(SignedDeliveries.Now), default);
            Read(provider, delivery);
            Read(provider, Deliveries.Of(body));

            Assert.NotEqual(SignatureVerdict.Valid, verdict);
            Assert.True(spent.Elapsed < Limit, $"{provider.Name} took {spent.Elapsed} for {kind}.");
        }
    }

    private static void Read(IWebhookProvider provider, WebhookDelivery delivery)
    {
        try
        {
            provider.Extract(delivery);
        }
        catch (Exception exception) when (exception is MalformedDeliveryException or JsonException)
        {
        }
    }

    private static byte[] Fill(string part, string start) => Text(start + string.Concat(Enumerable.Repeat(part, Size / part.Length)));

    private static byte[] Form(string document) => Text($"bt_payload={Uri.EscapeDataString(Convert.ToBase64String(Text(document)))}");

    private static byte[] Text(string text) => Encoding.UTF8.GetBytes(text);
}
