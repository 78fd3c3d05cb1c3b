namespace Payshift.Benchmarks.Peers;

/// <summary>A job that only counts itself. Public, because Hangfire calls it by reflection.</summary>
public static class HangfireJob
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private static CountdownEvent _left = new(0);

    internal static void Expect(int count) => _left = new CountdownEvent(count);

    internal static void Wait()
    {
        if (!_left.Wait(Patience))
        {
            throw new InvalidOperationException($"Hangfire left {_left.CurrentCount} jobs undone.");
        }
    }

    /// <summary>Takes a body and does nothing with it.</summary>
#pragma warning disable IDE0060 // Hangfire keeps the argument in Redis; that is what it is for.
    public static void Run(string body) => _left.Signal();
#pragma warning restore IDE0060
}
