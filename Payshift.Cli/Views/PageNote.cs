using Payshift.Cli.Selection;

namespace Payshift.Cli.Views;

/// <summary>The note that a list goes on.</summary>
internal static class PageNote
{
    private static readonly Style Quiet = new(Color.Grey);

    public static void Write<T>(IAnsiConsole console, ListPage<T> page, string what)
    {
        if (page.Continuation is not null)
        {
            console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"the newest {page.Items.Count}; more {what} with --limit or --all"), Quiet);
        }
    }
}
