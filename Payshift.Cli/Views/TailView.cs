using Payshift.Core.Operations.Stats;

namespace Payshift.Cli.Views;

/// <summary>A line whenever the numbers change: what came and went since the last look, and what there is now.</summary>
internal static class TailView
{
    private static readonly Style Quiet = new(Color.Grey);
    private static readonly Style Bad = new(Color.Red);

    public static void Begin(IAnsiConsole console, string name, StatsResponse stats, OutputFormat format)
    {
        if (format == OutputFormat.Text)
        {
            console.WriteLine($"{name}: {Now(stats)}", Quiet);
        }
    }

    public static void Write(IAnsiConsole console, DateTimeOffset time, StatsResponse last, StatsResponse now, OutputFormat format)
    {
        var change = TailChange.Between(last, now);
        if (change.IsNothing())
        {
            return;
        }

        if (format == OutputFormat.Json)
        {
            console.WriteRaw(OutputJson.WriteLine(new
            {
                Time = time,
                change.Received,
                change.Duplicate,
                change.Processed,
                change.Retried,
                change.Failed,
                change.Reclaimed,
                Ready = now.Ready,
                now.InFlight,
                now.Scheduled,
            }));
            return;
        }

        console.WriteLine(
            string.Create(CultureInfo.InvariantCulture, $"{time.UtcDateTime:HH:mm:ss}Z  {change.Text()}  |  {Now(now)}"),
            change.Failed > 0 ? Bad : Style.Plain);
    }

    private static string Now(StatsResponse stats) => string.Create(
        CultureInfo.InvariantCulture,
        $"{stats.Ready} ready, {stats.InFlight} in flight, {stats.Scheduled} retries wait{(stats.Paused.QueueSince is null ? "" : ", paused")}");
}
