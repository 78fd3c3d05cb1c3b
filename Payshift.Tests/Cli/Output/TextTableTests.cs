using Payshift.Cli.Output;
using Spectre.Console;

namespace Payshift.Tests.Cli.Output;

public sealed class TextTableTests
{
    private static readonly TextColumn<string[]>[] Columns =
    [
        new("Id", 9, row => row[0]),
        new("Kind", 1, row => row[1]),
        new("Why", 5, row => row[2], Least: 6),
    ];

    [Theory]
    [InlineData(60, "Id     Kind   Why", "id-01  a-kind  a reason that is long")]
    [InlineData(30, "Id     Kind    Why", "id-01  a-kind  a reason tha…")]
    [InlineData(18, "Id     Why", "id-01  a reason…")]
    [InlineData(15, "Id     Why", "id-01  a rea…")]
    [InlineData(9, "Id", "id-01")]
    public void A_row_stays_a_line_at_any_width(int width, string header, string row)
    {
        var lines = Write([["id-01", "a-kind", "a reason that is long"]], width);

        Assert.Equal(2, lines.Length);
        Assert.Equal(Words(header), Words(lines[0]));
        Assert.Equal(row, lines[1].TrimEnd());
    }

    [Fact]
    public void What_others_wrote_cannot_leave_its_line_or_change_colours() =>
        Assert.Equal("id 01  a [31mkind  why", Write([["id\n01", "a\e[31mkind", "\u202ewhy"]], 60)[1].TrimEnd().Replace("   why", "  why", StringComparison.Ordinal));

    private static string[] Write(string[][] rows, int width)
    {
        var output = new StringWriter();
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Ansi = AnsiSupport.No, Out = new AnsiConsoleOutput(output) });
        console.Profile.Width = width;
        console.Write(TextTable.Of(rows, Columns, width));
        return output.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries);
    }

    private static string[] Words(string line) => line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
}
