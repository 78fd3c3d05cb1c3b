using System.Collections.Concurrent;

namespace Payshift.Chaos.Bank;

/// <summary>What the bank knows of one idempotency key.</summary>
internal sealed class BankEntry
{
    private readonly ConcurrentQueue<BankAsk> _asks = new();
    private int _performed;

    public IReadOnlyCollection<BankAsk> Asks => _asks;

    public bool IsPerformed => _performed != 0;

    public void Note(BankAsk ask) => _asks.Enqueue(ask);

    /// <returns>Whether it is this call that performs the effect.</returns>
    public bool TryPerform() => Interlocked.Exchange(ref _performed, 1) == 0;
}
