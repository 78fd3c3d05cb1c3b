namespace Payshift.Core.Storage;

/// <summary>The cutting of text to far less than a property's limit, which is 64 KiB of UTF-16 or 32,768 characters.</summary>
internal static class TableText
{
    public const int MaxLength = 1024;

    public static string? Fit(string? text) => text is null || text.Length <= MaxLength ? text : text[..MaxLength];
}
