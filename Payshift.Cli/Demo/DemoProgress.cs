using Payshift.Cli.Invocation;

namespace Payshift.Cli.Demo;

/// <summary>The display of deliveries as they go through: a live table on a terminal, lines anywhere else.</summary>
internal static class DemoProgress
{
    public static async Task<DemoResult> ShowAsync(
        CommandContext context, IReadOnlyList<DemoDelivery> deliveries, Func<Action<DemoState>, Task<DemoResult>> run)
    {
        if (!context.IsLive)
        {
            var lines = new DemoLines(context.Output, deliveries.Count);
            return await run(lines.Report);
        }

        return await context.Output
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
                Number(outcomes.Sum(outcome => outcome.Answer.Kept ?? 0)),
                Number(outcomes.Sum(outcome => outcome.Answer.Duplicates ?? 0)),
                Number(outcomes.Count(outcome => outcome.Answer.Status == 401)),
                Number(outcomes.Count(outcome => outcome.Records.Count > 0), planned.Count(delivery => delivery.IsNew)));
        }

        return new Rows(table, new Text(DemoLines.Queue(state.Stats), new Style(decoration: Decoration.Dim)));
    }

    private static Text Number(int value, int? of = null) =>
        new Text(of is null ? value.ToString(CultureInfo.InvariantCulture) : string.Create(CultureInfo.InvariantCulture, $"{value}/{of}"));
}
