namespace Payshift.Core.Processing.Retries;

/// <summary>
/// The delay of a failed webhook's next attempt: exponential, capped, with jitter so that what failed together does not return
/// together.
/// </summary>
/// <remarks>
/// "Decorrelated jitter" of Marc Brooker, Exponential Backoff And Jitter (AWS Architecture Blog, 2015): each delay is drawn
/// between the base delay and three times the delay before.
/// </remarks>
public static class RetryBackoff
{
    private const double Growth = 3;

    /// <param name="attempt">The attempt that failed, 1 for the first.</param>
    /// <param name="lastDelay">How long it waited before that attempt, zero before the first.</param>
    /// <param name="draw">From 0 inclusive to 1 exclusive.</param>
    /// <returns>At least <see cref="RetryOptions.BaseDelay"/>, at most <see cref="RetryOptions.MaxDelay"/>.</returns>
    public static TimeSpan Delay(int attempt, TimeSpan lastDelay, RetryOptions options, double draw)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(attempt, 1);
        var least = options.BaseDelay.TotalMilliseconds;
        // It may have waited longer than drawn, because a provider asked for it: that is no reason to go on like that.
        var drawnAtMost = least * Math.Pow(Growth, attempt - 1);
        var last = Math.Clamp(lastDelay.TotalMilliseconds, least, drawnAtMost);
        return TimeSpan.FromMilliseconds(Math.Min(least + draw * (last * Growth - least), options.MaxDelay.TotalMilliseconds));
    }
}
