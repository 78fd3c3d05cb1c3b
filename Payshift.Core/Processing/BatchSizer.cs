namespace Payshift.Core.Processing;

/// <summary>
/// The size of the next batch. It climbs a ladder of sizes while full batches go faster for it, and steps down where outcomes
/// fail or a provider asks for patience.
/// </summary>
/// <remarks>Hill climbing on measured throughput, with multiplicative decrease as in TCP (Chiu and Jain, 1989).</remarks>
internal sealed class BatchSizer
{
    private const double StepRatio = 1.5;
    private const int FirstSize = 20;

    /// <summary>A larger size must be so much faster to be worth its longer lease.</summary>
    private const double WorthIt = 1.05;

    private const double NewestWeight = 0.3;
    private const int BatchesAStep = 3;

    /// <summary>After so many batches at a size, what is known of the next one is too old.</summary>
    private const int BatchesUntilDoubt = 50;

    private const double ManyErrors = 0.5;
    private const int StepsDownWhenThrottled = 2;

    private readonly Lock _lock = new();
    private readonly int[] _sizes;
    private readonly double?[] _rates;
    private int _step;
    private int _batches;

    public BatchSizer(IOptions<ProcessingOptions> options)
    {
        _sizes = options.Value.BatchSize is { } fixedSize ? [fixedSize] : [.. Ladder(options.Value.BatchSizeFloor, options.Value.BatchSizeCeiling)];
        _rates = new double?[_sizes.Length];
        _step = Math.Max(0, Array.FindLastIndex(_sizes, size => size <= FirstSize));
    }

    public int Size
    {
        get
        {
            lock (_lock)
            {
                return _sizes[_step];
            }
        }
    }

    /// <param name="asked">The size that the batch asked for.</param>
    public void Observe(int asked, BatchResult batch, TimeSpan elapsed)
    {
        lock (_lock)
        {
            if (asked != _sizes[_step])
            {
                // Begun before the last step, or by hand.
                return;
            }

            if (batch.Throttled)
            {
                StepDown(StepsDownWhenThrottled);
            }
            else if (batch.Retried + batch.Failed > ManyErrors * batch.Taken)
            {
                StepDown(1);
            }
            else if (batch.Taken == asked)
            {
                // Only a full batch tells what a size can do.
                Climb(asked / Math.Max(elapsed.TotalSeconds, 1e-6));
            }
        }
    }

    private void Climb(double rate)
    {
        _rates[_step] = _rates[_step] is { } known ? known + NewestWeight * (rate - known) : rate;
        if (++_batches % BatchesAStep != 0)
        {
            return;
        }

        if (_step > 0 && _rates[_step - 1] is { } smaller && _rates[_step] < smaller * WorthIt)
        {
            MoveTo(_step - 1);
        }
        else if (_step < _sizes.Length - 1 && (_batches >= BatchesUntilDoubt || IsWorthIt(_rates[_step + 1])))
        {
            // What the next size did before may be long ago: it is measured afresh.
            _rates[_step + 1] = null;
            MoveTo(_step + 1);
        }
    }

    private bool IsWorthIt(double? larger) => larger is null || larger >= _rates[_step] * WorthIt;

    private void StepDown(int steps)
    {
        // Whatever larger sizes promised, they did so before this.
        Array.Clear(_rates, _step, _rates.Length - _step);
        MoveTo(Math.Max(0, _step - steps));
    }

    private void MoveTo(int step)
    {
        _step = step;
        _batches = 0;
    }

    private static IEnumerable<int> Ladder(int floor, int ceiling)
    {
        for (var size = floor; size < ceiling; size = Math.Max(size + 1, (int)(size * StepRatio)))
        {
            yield return size;
        }

        yield return ceiling;
    }
}
