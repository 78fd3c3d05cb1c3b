namespace Payshift.Core.Providers;

/// <summary>
/// The headers of a delivery that are kept for operators: those that its provider's class names, the content type and the
/// user agent. All others are dropped, so that no secret, no signature and no header of a proxy gets into queue and tables.
/// </summary>
internal static class HeaderAllowList
{
    /// <summary>The limit for all headers together, including names. Headers that do not fit are left out.</summary>
    public const int MaxLength = 1024;

    /// <summary>The limit for one value. A longer one is cut.</summary>
    public const int MaxValueLength = 256;

    /// <summary>The replacement for control characters and for characters outside ASCII.</summary>
    private const char Unprintable = '?';

    private static readonly string[] OfAll = ["content-type", "user-agent"];

    /// <summary>Headers that are never kept: those with credentials, and those that hosts and proxies add.</summary>
    private static readonly string[] Never = ["authorization", "cookie", "api-key", "functions-key", "secret", "token", "verif-hash", "forwarded", "client-ip"];

    /// <summary>Signatures, which are of no use to an operator: kept webhooks have been verified.</summary>
    private static readonly string[] Signatures = ["signature", "hmac", "transmission-sig"];

    /// <summary>Prefixes of headers that hosts and proxies add.</summary>
    private static readonly string[] OfHosts = ["x-arr-", "x-azure-", "x-ms-", "x-appservice-", "x-site-", "x-waws-", "x-original-", "x-real-", "cf-"];

    /// <summary>Reads the headers to keep. The provider's own come first, as they are the most useful.</summary>
    public static DeliveryHeaders Of(WebhookDelivery delivery, IWebhookProvider provider)
    {
        Span<char> buffer = stackalloc char[MaxLength];
        var length = 0;
        var own = provider.KeptHeaders;
        for (var i = 0; i < own.Count; i++)
        {
            length = Append(delivery, own[i], buffer, length);
        }

        foreach (var name in OfAll)
        {
            length = Append(delivery, name, buffer, length);
        }

        return new DeliveryHeaders(new string(buffer[..length]));
    }

    /// <returns>A sentence for each problem with the names; empty if there is none.</returns>
    public static IEnumerable<string> Problems(IWebhookProvider provider)
    {
        foreach (var name in provider.KeptHeaders)
        {
            if (name.Length == 0 || name.AsSpan().ContainsAnyExcept(DeliveryHeaders.NameCharacters))
            {
                yield return $"The provider {provider.Name} keeps a header named '{name}'. Write the name in lower case, as letters, digits, '-' and '_'.";
            }
            else if (Never.Concat(Signatures).Any(part => name.Contains(part, StringComparison.Ordinal))
                || OfHosts.Any(start => name.StartsWith(start, StringComparison.Ordinal)))
            {
                yield return $"The provider {provider.Name} keeps the header {name}, which can hold a secret or a signature, or comes from a host or a proxy. Remove it from {nameof(IWebhookProvider.KeptHeaders)}.";
            }
        }
    }

    /// <returns>The length including this header, or without it if the delivery lacks it or it does not fit.</returns>
    private static int Append(WebhookDelivery delivery, string name, Span<char> buffer, int length)
    {
        var value = delivery.Header(name).ToString().AsSpan().Trim();
        value = value[..Math.Min(value.Length, MaxValueLength)];
        var start = length == 0 ? 0 : length + 1;
        var end = start + name.Length + DeliveryHeaders.Separator.Length + value.Length;
        if (value.IsEmpty || end > MaxLength)
        {
            return length;
        }

        if (start > 0)
        {
            buffer[length] = DeliveryHeaders.LineEnd;
        }

        name.CopyTo(buffer[start..]);
        DeliveryHeaders.Separator.CopyTo(buffer[(start + name.Length)..]);
        var target = buffer[(end - value.Length)..end];
        value.CopyTo(target);
        for (int at; (at = target.IndexOfAnyExceptInRange(' ', '~')) >= 0;)
        {
            target[at] = Unprintable;
        }

        return end;
    }
}
