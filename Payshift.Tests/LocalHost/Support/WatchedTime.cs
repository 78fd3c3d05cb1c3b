using System.Threading.Channels;
using Microsoft.Extensions.Time.Testing;

namespace Payshift.Tests.LocalHost.Support;

/// <summary>A clock of the test's own that tells when somebody waits by it.</summary>
internal sealed class WatchedTime(DateTimeOffset start) : FakeTimeProvider(start)
{
    private readonly Channel<TimeSpan> _waits = Channel.CreateUnbounded<TimeSpan>();

    /// <summary>Returns when one more wait began.</summary>
    public async Task SomebodyWaitsAsync() => await _waits.Reader.ReadAsync().AsTask().WaitAsync(Patience.Long);

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = base.CreateTimer(callback, state, dueTime, period);
        _waits.Writer.TryWrite(dueTime);
        return timer;
    }
}
