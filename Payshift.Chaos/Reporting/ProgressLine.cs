using System.Diagnostics;
using System.Globalization;
using Payshift.Chaos.Bank;
using Payshift.Chaos.Faults;
using Payshift.Chaos.Load;

namespace Payshift.Chaos.Reporting;

/// <summary>Says every few seconds in a line how far the run is.</summary>
internal sealed class ProgressLine : IDisposable
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(5);

    private readonly long _started = Stopwatch.GetTimestamp();
    private readonly TextWriter _output;
    private readonly LoadPlan _plan;
    private readonly SendCounts _counts;
    private readonly BankLedger _bank;
    private readonly FaultRunner _faults;
    private readonly Timer _timer;
    private volatile bool _isDraining;

    public ProgressLine(TextWriter output, LoadPlan plan, SendCounts counts, BankLedger bank, FaultRunner faults)
    {
        (_output, _plan, _counts, _bank, _faults) = (output, plan, counts, bank, faults);
        _timer = new Timer(_ => Write(), null, Interval, Interval);
    }

    public void SayDraining() => _isDraining = true;

    public void Dispose() => _timer.Dispose();

    private void Write()
    {
        var present = _isDraining ? "all sent, waiting for the queue to empty" : string.Join(", ", _faults.Present);
        _output.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{Stopwatch.GetElapsedTime(_started).TotalSeconds,5:0} s  {_counts.Acknowledged,6} of {_plan.Deliveries.Count} deliveries acknowledged, {_bank.Performed,6} effects{(present.Length > 0 ? "; " : "")}{present}"));
    }
}
