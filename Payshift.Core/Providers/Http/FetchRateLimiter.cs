namespace Payshift.Core.Providers.Http;

/// <summary>A limit on the fetches that unauthenticated senders can cause in a minute.</summary>
internal sealed class FetchRateLimiter(int perMinute)
{
    private readonly Lock _lock = new();
    private long _minute;
    private int _acquired;

    public bool TryAcquire(DateTimeOffset now)
    {
        var minute = now.UtcTicks / TimeSpan.TicksPerMinute;
        lock (_lock)
        {
            if (minute != _minute)
            {
                (_minute, _acquired) = (minute, 0);
            }

            if (_acquired == perMinute)
            {
                return false;
            }

            _acquired++;
            return true;
        }
    }
}
