namespace Payshift.Core.Storage.Results;

/// <summary>Row keys of results: payment reference, inverted event time, webhook id. A payment's newest event comes first.</summary>
internal static class ResultKeys
{
    private const int MaxReferenceLength = 400;

    public static string Row(string reference, DateTimeOffset eventTime, WebhookId id) =>
        $"{Prefix(reference)}{TableKeys.Separator}{TableKeys.Invert(eventTime)}{TableKeys.Separator}{id}";

    /// <returns>The bounds, first inclusive and second exclusive, of all row keys of a reference.</returns>
    public static (string From, string To) Range(string reference) => TableKeys.PrefixRange(Prefix(reference));

    /// <returns>The beginning that all row keys of a payment share.</returns>
    public static string PrefixOf(string row) => row[..row.IndexOf(TableKeys.Separator, StringComparison.Ordinal)];

    private static string Prefix(string reference) => TableKeys.Escape(reference, MaxReferenceLength);
}
