namespace Payshift.Core.Verification.Verifiers;

/// <summary>Cursors of lists that count their pages from 1.</summary>
internal static class PageNumber
{
    /// <param name="cursor">The page just read, null for the first.</param>
    public static string After(string? cursor) => (Of(cursor) + 1).ToString(CultureInfo.InvariantCulture);

    public static int Of(string? cursor) => cursor is null ? 1 : int.Parse(cursor, CultureInfo.InvariantCulture);
}
