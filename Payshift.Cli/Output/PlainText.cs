namespace Payshift.Cli.Output;

/// <summary>
/// Untrusted text for a terminal: whatever would move the cursor, change colours or turn the line around is shown as a blank.
/// </summary>
internal static class PlainText
{
    /// <summary>One line.</summary>
    public static string Line(string text) => Clean(text, _ => false);

    /// <summary>Several lines.</summary>
    public static string Lines(string text) => Clean(text, character => character is '\n' or '\t');

    private static string Clean(string text, Func<char, bool> keeps) =>
        text.All(character => IsPlain(character) || keeps(character))
            ? text
            : string.Create(text.Length, text, (line, from) =>
            {
                for (var i = 0; i < line.Length; i++)
                {
                    line[i] = IsPlain(from[i]) || keeps(from[i]) ? from[i] : ' ';
                }
            });

    private static bool IsPlain(char character) => char.GetUnicodeCategory(character) is not (
        UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator);
}
