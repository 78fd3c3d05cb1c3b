using Payshift.Cli.Selection;
using Payshift.Core.Storage.Audit;

namespace Payshift.Cli.Views;

/// <summary>The display of the audit: who did what by hand, a row each.</summary>
internal static class AuditView
{
    private static readonly Style Noted = new(Color.Yellow);
    private static readonly Style Bad = new(Color.Red);
    private static readonly Style Quiet = new(Color.Grey);

    public static void Write(IAnsiConsole console, ListPage<AuditEntry> page, OutputFormat format)
    {
        if (format == OutputFormat.Json)
        {
            console.WriteRaw(OutputJson.Write(new { Entries = page.Items, page.Continuation }));
            return;
        }

        if (page.Items.Count == 0 && page.Continuation is null)
        {
            console.WriteLine("nothing was done by hand", Quiet);
            return;
        }

        console.Write(TextTable.Of(
            page.Items,
            [
                new("Time", 9, entry => Times.Text(entry.At)),
                new("Who", 8, entry => entry.Who, Least: 12),
                new("Action", 10, entry => entry.Action.ToString()),
                new("Target", 6, entry => entry.Target ?? "all", Least: 12),
                new("Count", 4, entry => entry.Count?.ToString(CultureInfo.InvariantCulture) ?? "", Justify.Right),
                new("Outcome", 7, entry => entry.Outcome.ToString().ToLowerInvariant(), Style: Look),
                new("Detail", 3, entry => entry.Detail ?? "", Least: 12),
            ],
            console.Profile.Width));
        PageNote.Write(console, page, "entries");
    }

    private static Style Look(AuditEntry entry) => entry.Outcome switch
    {
        AuditOutcome.Failed => Bad,
        AuditOutcome.Begun => Noted,
        _ => Style.Plain,
    };
}
