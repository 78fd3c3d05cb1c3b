namespace Payshift.Core.Storage;

/// <summary>Keeps text within a property's limit: 64 KiB of UTF-16, that is 32,768 characters.</summary>
internal static class TableText
{
    public const int MaxLength = 1024;

    public static string? Fit(string? text) => text is null || text.Length <= MaxLength ? text : text[..MaxLength];
}
