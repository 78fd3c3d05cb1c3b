using System.Globalization;
using Spectre.Console;

namespace Payshift.Cli.Demo;

/// <summary>Shows the deliveries going through: a table that lives on a terminal, lines anywhere else.</summary>
internal static class DemoProgress
{
    public static async Task<DemoResult> ShowAsync(
        IAnsiConsole console, IReadOnlyList<DemoDelivery> deliveries, Func<Action<DemoState>, Task<DemoResult>> run)
    {
        if (!console.Profile.Out.IsTerminal || !console.Profile.Capabilities.Ansi)
        {
            var lines = new DemoLines(console, deliveries.Count);
            return await run(lines.Report);
        }

        return await console
            .Live(new Text("Asking the host how it is."))
            .AutoClear(true)
            .StartAsync(live => run(state => live.UpdateTarget(Render(state, deliveries))));
    }

    private static Rows Render(DemoState state, IReadOnlyList<DemoDelivery> deliveries)
    {
        var table = new Table().Border(TableBorder.Rounded).AddColumn("Provider");
        foreach (var column in (string[])["Sent", "Kept", "Duplicate", "Refused", "Processed"])
        {
            table.AddColumn(new TableColumn(column).RightAligned());
        }

        foreach (var provider in deliveries.Select(delivery => delivery.Sample.Provider).Distinct())
        {
            var outcomes = state.Outcomes.Where(outcome => outcome.Delivery.Sample.Provider == provider).ToList();
            var planned = deliveries.Where(delivery => delivery.Sample.Provider == provider).ToList();
            table.AddRow(
                new Text(provider),
                Number(outcomes.Count, planned.Count),
                Number(outcomes.Sum(outcome => outcome.Answer.Kept)),
                Number(outcomes.Sum(outcome => outcome.Answer.Duplicates)),
                Number(outcomes.Count(outcome => outcome.Answer.Status == 401)),
                Number(outcomes.Count(outcome => outcome.Records.Count > 0), planned.Count(delivery => delivery.IsNew)));
        }

        return new Rows(table, new Text(DemoLines.Queue(state.Stats), new Style(decoration: Decoration.Dim)));
    }

    private static Text Number(int value, int? of = null) =>
        new Text(of is null ? value.ToString(CultureInfo.InvariantCulture) : string.Create(CultureInfo.InvariantCulture, $"{value}/{of}"));
}
