namespace Payshift.Chaos.Bank;

/// <summary>What is to become of an event: decided by the seed before it is sent.</summary>
internal enum Fate
{
    Succeeds,

    /// <summary>The bank is busy at the first attempts.</summary>
    FailsAtFirst,

    /// <summary>The handler throws at the first attempt, with the rest of its group in hand.</summary>
    ThrowsAtFirst,

    /// <summary>The bank takes its time for the first attempt.</summary>
    IsSlow,

    /// <summary>The bank performs the effect at the first attempt, and answers when nobody waits any more.</summary>
    AnswersTooLate,

    /// <summary>The bank refuses: a permanent failure at once.</summary>
    IsRefused,

    /// <summary>The bank is busy for good: a permanent failure once its attempts are used up.</summary>
    FailsAlways,

    /// <summary>Its worker dies at each attempt: a permanent failure once so many died.</summary>
    KillsItsWorker,
}
