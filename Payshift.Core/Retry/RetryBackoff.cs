namespace Payshift.Core.Retry;

/// <summary>How long a failed webhook waits: exponential, capped, with jitter so that what failed together does not return together.</summary>
/// <remarks>
/// "Equal jitter" of Marc Brooker, Exponential Backoff And Jitter (AWS Architecture Blog, 2015): half of the exponential
/// delay is kept, the other half is drawn, so that no retry comes at once.
/// </remarks>
public static class RetryBackoff
{
    /// <param name="attempt">The attempt that failed, 1 for the first.</param>
    /// <param name="draw">From 0 inclusive to 1 exclusive.</param>
    /// <returns>From half of the exponential delay to all of it, at most <see cref="RetryOptions.MaxDelay"/>.</returns>
    public static TimeSpan Delay(int attempt, RetryOptions options, double draw)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(attempt, 1);
        var exponential = Math.Min(options.BaseDelay.TotalMilliseconds * Math.Pow(2, attempt - 1), options.MaxDelay.TotalMilliseconds);
        return TimeSpan.FromMilliseconds(exponential / 2 * (1 + draw));
    }
}
