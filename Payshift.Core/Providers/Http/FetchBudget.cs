namespace Payshift.Core.Providers.Http;

/// <summary>The bound on how many fetches strangers can cause in a minute.</summary>
internal sealed class FetchBudget(int perMinute)
{
    private readonly Lock _lock = new();
    private long _minute;
    private int _taken;

    public bool TryTake(DateTimeOffset now)
    {
        var minute = now.UtcTicks / TimeSpan.TicksPerMinute;
        lock (_lock)
        {
            if (minute != _minute)
            {
                (_minute, _taken) = (minute, 0);
            }

            if (_taken == perMinute)
            {
                return false;
            }

            _taken++;
            return true;
        }
    }
}
