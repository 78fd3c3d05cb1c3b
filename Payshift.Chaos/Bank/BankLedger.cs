using System.Collections.Concurrent;

namespace Payshift.Chaos.Bank;

/// <summary>
/// The bank: an outside party that honours idempotency keys, as real ones do. It performs an order once, however often it
/// is asked, and keeps each account's latest state by the time of its events.
/// </summary>
/// <param name="fates">Of the events by key; what is not in there succeeds.</param>
internal sealed class BankLedger(IReadOnlyDictionary<string, Fate> fates)
{
    private static readonly TimeSpan Slowness = TimeSpan.FromMilliseconds(800);

    /// <summary>Longer than a batch may take.</summary>
    private static readonly TimeSpan TooLong = TimeSpan.FromSeconds(4);

    private const int BusyAttempts = 2;

    private readonly ConcurrentDictionary<string, BankEntry> _entries = new();
    private readonly ConcurrentDictionary<string, (DateTimeOffset Time, string EventId)> _accounts = new();
    private int _performed;
    private int _deaths;

    public IReadOnlyDictionary<string, BankEntry> Entries => _entries;

    public int Performed => _performed;

    /// <summary>How many workers were told to die.</summary>
    public int Deaths => _deaths;

    /// <returns>The event that an account's state comes from, null where nothing happened to it.</returns>
    public string? LatestEvent(string account) => _accounts.TryGetValue(account, out var state) ? state.EventId : null;

    /// <returns>The answer, and after how long the bank gives it.</returns>
    public (BankAnswer Answer, TimeSpan After) Take(BankOrder order)
    {
        var entry = _entries.GetOrAdd(order.Key, _ => new BankEntry());
        var (answer, after) = Decide(entry, order);
        entry.Note(new BankAsk(DateTimeOffset.UtcNow, order.Worker, order.Attempt, answer));
        return (answer, after);
    }

    private (BankAnswer Answer, TimeSpan After) Decide(BankEntry entry, BankOrder order)
    {
        var isFirst = order.Attempt == 1;
        switch (fates.GetValueOrDefault(order.Key))
        {
            case Fate.FailsAtFirst when order.Attempt <= BusyAttempts:
            case Fate.FailsAlways:
                return (BankAnswer.Busy, TimeSpan.Zero);
            case Fate.IsRefused:
                return (BankAnswer.Refused, TimeSpan.Zero);
            case Fate.ThrowsAtFirst when isFirst:
                return (BankAnswer.Throw, TimeSpan.Zero);
            case Fate.KillsItsWorker:
                Interlocked.Increment(ref _deaths);
                return (BankAnswer.Die, TimeSpan.Zero);
            case Fate.IsSlow when isFirst:
                Perform(entry, order);
                return (BankAnswer.Done, Slowness);
            case Fate.AnswersTooLate when isFirst:
                Perform(entry, order);
                return (BankAnswer.Done, TooLong);
            default:
                Perform(entry, order);
                return (BankAnswer.Done, TimeSpan.Zero);
        }
    }

    private void Perform(BankEntry entry, BankOrder order)
    {
        if (!entry.TryPerform())
        {
            return;
        }

        Interlocked.Increment(ref _performed);
        _accounts.AddOrUpdate(
            order.Account,
            (order.EventTime, order.EventId),
            (_, state) => order.EventTime > state.Time ? (order.EventTime, order.EventId) : state);
    }
}
