namespace Payshift.Tests.Fuzzing;

/// <summary>Bodies of a megabyte, made to be as expensive as possible to read.</summary>
internal static class HostileBodies
{
    private const int Size = 1_000_000;
    private const string PlainItem = "{\"id\":\"item_1\",\"name\":\"Something of ordinary length\",\"amount\":1050,\"currency\":\"EUR\"}";

    public static IReadOnlyDictionary<string, Func<byte[]>> All { get; } = new Dictionary<string, Func<byte[]>>
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

    /// <summary>As long, and nothing but what a provider might send.</summary>
    public static byte[] Plain() => Text(
        $"{{\"id\":\"evt_1\",\"type\":\"payment.paid\",\"event\":\"payment.paid\",\"data\":{{\"items\":[{string.Join(',', Enumerable.Repeat(PlainItem, Size / PlainItem.Length))}]}}}}");

    /// <summary>The same as a form with a document.</summary>
    public static byte[] PlainForm() => Form(
        $"<notification><kind>check</kind><subject>{string.Concat(Enumerable.Repeat("<item><id>item_1</id><amount>10.50</amount></item>", Size * 3 / 4 / 50))}</subject></notification>");

    private static byte[] Fill(string part, string start) => Text(start + string.Concat(Enumerable.Repeat(part, Size / part.Length)));

    private static byte[] Form(string document) => Text($"bt_payload={Uri.EscapeDataString(Convert.ToBase64String(Text(document)))}");

    private static byte[] Text(string text) => Encoding.UTF8.GetBytes(text);
}
