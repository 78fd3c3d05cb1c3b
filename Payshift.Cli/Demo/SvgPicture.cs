using System.Net;
using Spectre.Console.Rendering;

namespace Payshift.Cli.Demo;

/// <summary>Draws what a command writes as an SVG of a terminal, to be shown in documents.</summary>
internal sealed class SvgPicture : IAnsiConsoleEncoder
{
    private const int Columns = 144;
    private const double CellWidth = 7.2;
    private const int LineHeight = 16;
    private const int Margin = 16;
    private const string Foreground = "#d4d7dd";
    private const string Background = "#16181d";

    /// <param name="write">Writes what is to be seen.</param>
    public static string Of(Action<IAnsiConsole> write)
    {
        var recorder = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Ansi = AnsiSupport.Yes,
            ColorSystem = ColorSystemSupport.TrueColor,
            Interactive = InteractionSupport.No,
            Out = new AnsiConsoleOutput(TextWriter.Null),
        }).CreateRecorder();
        recorder.Profile.Width = Columns;
        write(recorder);
        return recorder.Export(new SvgPicture());
    }

    public string Encode(IAnsiConsole console, IEnumerable<IRenderable> renderable)
    {
        var text = new StringBuilder();
        var (line, widest) = (0, 0);
        var column = 0;
        foreach (var segment in renderable.SelectMany(item => item.GetSegments(console)).Where(segment => !segment.IsControlCode))
        {
            foreach (var (index, part) in segment.Text.ReplaceLineEndings("\n").Split('\n').Index())
            {
                if (index > 0)
                {
                    (line, column) = (line + 1, 0);
                }

                Append(text, part, segment.Style, column, line);
                column += part.GetCellWidth();
                widest = Math.Max(widest, column);
            }
        }

        var width = (2 * Margin) + (widest * CellWidth);
        var height = (2 * Margin) + (line * LineHeight);
        return string.Create(
            CultureInfo.InvariantCulture,
            $"""
            <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width:0} {height}" width="{width:0}" height="{height}" font-family="ui-monospace, SFMono-Regular, Menlo, Consolas, 'DejaVu Sans Mono', monospace" font-size="12">
            <rect width="100%" height="100%" rx="8" fill="{Background}"/>
            {text}</svg>

            """);
    }

    /// <summary>Each piece at its own column and stretched to its cells, so that columns meet in any font.</summary>
    private static void Append(StringBuilder text, string part, Style style, int column, int line)
    {
        if (string.IsNullOrWhiteSpace(part))
        {
            return;
        }

        var content = part.TrimEnd();
        var indent = content.Length - content.TrimStart().Length;
        content = content.TrimStart();
        var weight = style.Decoration.HasFlag(Decoration.Bold) ? " font-weight=\"bold\"" : "";
        text.AppendLine(CultureInfo.InvariantCulture,
            $"""<text x="{Margin + ((column + indent) * CellWidth):0.#}" y="{Margin + ((line + 0.75) * LineHeight):0.#}" fill="{Shade(style.Foreground)}"{weight} textLength="{content.GetCellWidth() * CellWidth:0.#}" xml:space="preserve">{WebUtility.HtmlEncode(content)}</text>""");
    }

    /// <summary>Terminals brighten the first colours to be read on black; so does the picture.</summary>
    private static string Shade(Color color) => color switch
    {
        _ when color == Color.Default => Foreground,
        _ when color == Color.Green => "#7fc98a",
        _ when color == Color.Yellow => "#e5c46b",
        _ when color == Color.Red => "#f07178",
        _ when color == Color.Grey => "#7d828c",
        _ => $"#{color.ToHex()}",
    };
}
