namespace Payshift.Core.Verification.Verifiers;

/// <summary>The cursors of lists whose pages are numbered from 1.</summary>
internal static class PageNumber
{
    /// <param name="cursor">The page just read; null for the first.</param>
    public static string After(string? cursor) => (Of(cursor) + 1).ToString(CultureInfo.InvariantCulture);

    public static int Of(string? cursor) => cursor is null ? 1 : int.Parse(cursor, CultureInfo.InvariantCulture);
}
