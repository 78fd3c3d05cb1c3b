using Payshift.Core.Operations.Stats;

namespace Payshift.Cli.Views;

/// <summary>The display of the queue's numbers, of what is paused, and of who does not answer.</summary>
internal static class StatsView
{
    private const double BytesPerMebibyte = 1024 * 1024;

    private static readonly Style Noted = new(Color.Yellow);
    private static readonly Style Bad = new(Color.Red);

    public static void Write(IAnsiConsole console, StatsResponse stats, OutputFormat format)
    {
        if (format == OutputFormat.Json)
        {
            console.WriteRaw(OutputJson.Write(stats));
            return;
        }

        var counters = stats.Counters;
        var grid = new Grid().AddColumn(new GridColumn().NoWrap()).AddColumn(new GridColumn());
        Add("ready", $"{stats.Ready} (high {stats.ReadyHigh}, normal {stats.ReadyNormal}, low {stats.ReadyLow})");
        Add("in flight", $"{stats.InFlight}");
        Add("wait for a retry", $"{stats.Scheduled}");
        Add("oldest waits", stats.OldestWaitingSeconds is { } seconds ? (FormattableString)$"{TimeSpan.FromSeconds(Math.Round(seconds)):c}" : (FormattableString)$"-");
        Add("known duplicates", $"{stats.Known} events");
        Add("since it exists", $"{counters.Received} received, {counters.Duplicate} duplicate, {counters.Processed} processed, {counters.Retried} retried, {counters.Failed} failed, {counters.Reclaimed} reclaimed");
        foreach (var rate in stats.Rates)
        {
            Add($"last {rate.Minutes} min", $"{rate.InPerMinute:0.#} received, {rate.OutPerMinute:0.#} recorded, {rate.RetriedPerMinute:0.#} retried a minute");
        }

        if (stats.Batches is { } batches)
        {
            Add("last hour", $"{batches.Batches} batches, {batches.WithFailures} of them with failures");
        }

        if (stats.RedisMemory is { } memory)
        {
            Add("memory of Redis", $"{memory.UsedBytes / BytesPerMebibyte:0.0} MiB, at most {memory.PeakBytes / BytesPerMebibyte:0.0} MiB so far");
        }

        foreach (var timer in stats.Timers)
        {
            Add(timer.Name, (FormattableString)$"began {Times.Text(timer.BeganAt)}");
        }

        console.Write(grid);

        foreach (var (provider, held) in stats.Held.OrderBy(item => item.Key, StringComparer.Ordinal))
        {
            console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{held} of {provider} are held"), Noted);
        }

        PauseView.WritePaused(console, stats.Paused);
        foreach (var circuit in stats.Circuits)
        {
            console.WriteLine($"{circuit.Name} does not answer since {Times.Text(circuit.Since)}: {circuit.Reason}", Bad);
        }

        if (stats.PartitionsAway > 0)
        {
            console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{stats.PartitionsAway} partitions of Redis do not answer; what they hold is not counted"), Bad);
        }

        void Add(string name, FormattableString value) => grid.AddRow(new Text(name), new Text(value.ToString(CultureInfo.InvariantCulture)));
    }
}
