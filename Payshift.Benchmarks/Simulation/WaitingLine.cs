namespace Payshift.Benchmarks.Simulation;

/// <summary>Webhooks that wait, first in, first out, and how long each waited.</summary>
internal sealed class WaitingLine
{
    private readonly Queue<(int Second, int Count)> _line = new();
    private readonly SortedDictionary<int, long> _delays = [];
    private int _taken;

    public int Count { get; private set; }

    public int Largest { get; private set; }

    public void Add(int second, int count)
    {
        if (count == 0)
        {
            return;
        }

        _line.Enqueue((second, count));
        Count += count;
        Largest = Math.Max(Largest, Count);
    }

    /// <summary>Takes up to <paramref name="count"/> webhooks.</summary>
    public void Take(int second, int count)
    {
        while (count > 0 && _line.TryPeek(out var head))
        {
            var taken = Math.Min(count, head.Count - _taken);
            _delays[second - head.Second] = _delays.GetValueOrDefault(second - head.Second) + taken;
            (count, Count, _taken) = (count - taken, Count - taken, _taken + taken);
            if (_taken == head.Count)
            {
                _line.Dequeue();
                _taken = 0;
            }
        }
    }

    /// <returns>The delay in seconds that this share of all webhooks did not exceed.</returns>
    public int Percentile(double share)
    {
        var rank = share * _delays.Values.Sum();
        var below = 0L;
        return _delays.First(delay => (below += delay.Value) >= rank).Key;
    }
}
