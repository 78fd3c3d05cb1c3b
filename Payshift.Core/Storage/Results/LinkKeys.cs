namespace Payshift.Core.Storage.Results;

/// <summary>Row keys of links: kind and reference of the order or customer, payment reference, provider.</summary>
internal static class LinkKeys
{
    /// <summary>Begins all row keys of links. It is no part of an escaped reference, so that no result lies among them.</summary>
    private const char Mark = '!';

    private const int MaxReferenceLength = 200;
    private const int MaxProviderLength = 100;

    /// <summary>Sorts after the row keys of all links and before those of all results.</summary>
    public static readonly string AfterAll = $"{Mark}{TableKeys.AfterSeparator}";

    /// <param name="value">The reference of the order or the customer.</param>
    /// <param name="reference">Of the payment.</param>
    public static string Row(PaymentLinkKind kind, string value, string reference, string provider) =>
        $"{Prefix(kind, value)}{TableKeys.Separator}{TableKeys.Escape(reference, MaxReferenceLength)}{TableKeys.Separator}{TableKeys.Escape(provider, MaxProviderLength)}";

    /// <returns>The bounds, first inclusive and second exclusive, of the row keys of all links from an order or a customer.</returns>
    public static (string From, string To) Range(PaymentLinkKind kind, string value) => TableKeys.PrefixRange(Prefix(kind, value));

    private static string Prefix(PaymentLinkKind kind, string value) =>
        $"{Mark}{(kind == PaymentLinkKind.Order ? 'o' : 'c')}{TableKeys.Separator}{TableKeys.Escape(value, MaxReferenceLength)}";
}
