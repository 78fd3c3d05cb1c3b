using System.Collections.Concurrent;

namespace Payshift.Chaos.Load;

/// <summary>What was sent so far, and what was answered.</summary>
internal sealed class SendCounts
{
    private readonly ConcurrentDictionary<int, int> _statuses = new();
    private int _requests;
    private int _lost;
    private int _acknowledged;
    private int _keptAnswers;
    private int _duplicateAnswers;

    public int Requests => _requests;

    /// <summary>Requests without an answer: the receiver died, did not run, or the provider hung up.</summary>
    public int Lost => _lost;

    /// <summary>Deliveries that were acknowledged in the end.</summary>
    public int Acknowledged => _acknowledged;

    /// <summary>Events that answers call new, and known before.</summary>
    public (int Kept, int Duplicates) Told => (_keptAnswers, _duplicateAnswers);

    public IReadOnlyDictionary<int, int> Statuses => _statuses;

    public void Ask() => Interlocked.Increment(ref _requests);

    public void Lose() => Interlocked.Increment(ref _lost);

    public void Answer(int status) => _statuses.AddOrUpdate(status, 1, (_, count) => count + 1);

    public void Acknowledge() => Interlocked.Increment(ref _acknowledged);

    public void Tell(int kept, int duplicates)
    {
        Interlocked.Add(ref _keptAnswers, kept);
        Interlocked.Add(ref _duplicateAnswers, duplicates);
    }
}
