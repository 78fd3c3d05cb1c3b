namespace Payshift.Core.Providers;

/// <summary>
/// The headers of a delivery that are kept for operators: those that its provider's class names, its content type and its user
/// agent. Nothing else, so that no secret, no signature and nothing of hosts and proxies gets into queue and tables.
/// </summary>
internal static class HeaderAllowList
{
    /// <summary>Of all together, names included. What does not fit is left out.</summary>
    public const int MaxLength = 1024;

    /// <summary>A longer value is cut.</summary>
    public const int MaxValueLength = 256;

    /// <summary>Stands for what no header's value may hold, and for what is no ASCII.</summary>
    private const char Unprintable = '?';

    private static readonly string[] OfAll = ["content-type", "user-agent"];

    /// <summary>What is never kept, whoever names it: who may call, and who forwarded the call.</summary>
    private static readonly string[] Never = ["authorization", "cookie", "api-key", "functions-key", "secret", "token", "verif-hash", "forwarded", "client-ip"];

    /// <summary>Signatures prove nothing to an operator: what is kept was checked.</summary>
    private static readonly string[] Signatures = ["signature", "hmac", "transmission-sig"];

    /// <summary>Added by hosts and proxies.</summary>
    private static readonly string[] OfHosts = ["x-arr-", "x-azure-", "x-ms-", "x-appservice-", "x-site-", "x-waws-", "x-original-", "x-real-", "cf-"];

    /// <summary>The provider's own come first: they say most.</summary>
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

    /// <returns>What is wrong with the names, a sentence each; empty where nothing is.</returns>
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

    /// <returns>The length with this header, or without it where the delivery lacks it or it does not fit.</returns>
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
