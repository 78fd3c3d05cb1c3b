namespace Payshift.Core.Storage;

/// <summary>The check, before handlers act, that outcomes can be recorded: an effect without a record would be repeated.</summary>
internal sealed class StorageGuard(ITableProbe tables, StorageCircuit circuit, TimeProvider timeProvider)
{
    private static readonly TimeSpan MaxAge = TimeSpan.FromSeconds(30);

    private const long Never = -1;

    private long _passedAt = Never;

    /// <summary>Pings Table Storage unless it answered a moment ago.</summary>
    /// <exception cref="StorageUnavailableException">It does not answer.</exception>
    public async Task PassAsync()
    {
        if (circuit.IsClosed && Volatile.Read(ref _passedAt) is var passed and not Never && timeProvider.GetElapsedTime(passed) < MaxAge)
        {
            return;
        }

        await tables.PingAsync(CancellationToken.None);
        Volatile.Write(ref _passedAt, timeProvider.GetTimestamp());
    }
}
