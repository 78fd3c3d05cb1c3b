using Payshift.Core.Storage.Results;

namespace Payshift.Core.Storage;

/// <summary>Makes sure that outcomes can be recorded before handlers act: an effect without a record would be repeated.</summary>
internal sealed class StorageGuard(IResultStore results, StorageCircuit circuit, TimeProvider timeProvider)
{
    private static readonly TimeSpan MaxAge = TimeSpan.FromSeconds(30);

    private const long Never = -1;

    private long _passedAt = Never;

    /// <summary>Asks Table Storage something small, unless it answered a moment ago.</summary>
    /// <exception cref="StorageUnavailableException">It does not answer.</exception>
    public async Task PassAsync()
    {
        if (circuit.IsClosed && Volatile.Read(ref _passedAt) is var passed and not Never && timeProvider.GetElapsedTime(passed) < MaxAge)
        {
            return;
        }

        await results.FindAsync("health", 1, CancellationToken.None);
        Volatile.Write(ref _passedAt, timeProvider.GetTimestamp());
    }
}
