using Payshift.Cli.Clients;
using Payshift.Core.Operations.Stats;

namespace Payshift.Cli.Demo;

/// <summary>The progress for files and pipes: a line for each delivery, and one whenever the numbers change.</summary>
internal sealed class DemoLines(IAnsiConsole console, int total)
{
    private int _sent;
    private string _last = "";

    public static string Queue(StatsResponse stats) => string.Create(
        CultureInfo.InvariantCulture, $"ready {stats.Ready} · in flight {stats.InFlight} · waiting for a retry {stats.Scheduled}");

    public void Report(DemoState state)
    {
        var sending = _sent < total;
        for (; _sent < state.Outcomes.Count; _sent++)
        {
            var (delivery, answer, _) = state.Outcomes[_sent];
            WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"sent {_sent + 1,2}/{total}  {delivery.Sample.Provider,-16} {delivery.Sample.EventType,-29} {Said(answer),-11} {answer.Elapsed.TotalMilliseconds,6:0.0} ms"));
        }

        if (!sending)
        {
            var line = string.Create(
                CultureInfo.InvariantCulture,
                $"processed {state.Outcomes.Count(outcome => outcome.Records.Count > 0)} of {state.Outcomes.Count(outcome => outcome.Delivery.IsNew)} · {Queue(state.Stats)}");
            if (line != _last)
            {
                WriteLine(line);
                _last = line;
            }
        }
    }

    private static string Said(DeliveryOutcome answer) => answer switch
    {
        { Kept: > 0 } => "kept",
        { Duplicates: > 0 } => "duplicate",
        _ => string.Create(CultureInfo.InvariantCulture, $"refused {answer.Status}"),
    };

    private void WriteLine(string line) => console.WriteLine(line);
}
