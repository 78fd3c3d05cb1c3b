using Payshift.Chaos.Bank;
using Payshift.Samples;

namespace Payshift.Chaos.Load;

/// <summary>One event that a provider will tell of, and what has to become of it.</summary>
/// <param name="Time">When it happened; null where the provider does not say.</param>
internal sealed record PlannedEvent(SampleDelivery Sample, DateTimeOffset? Time, Fate Fate)
{
    /// <summary>Whether it tells of a success, for events whose type does not say it.</summary>
    public bool Succeeded { get; init; } = true;

    /// <summary>What Payshift has to know it by.</summary>
    public string Key { get; } = ExpectedKeys.WebhookId(Sample.Provider, Sample.EventId);

    /// <summary>
    /// Answers that took it in as new, of receivers that put nothing aside. More than one would be a duplicate that was not
    /// recognised.
    /// </summary>
    public int Kept;

    /// <summary>Answers of 2xx.</summary>
    public int Acknowledged;
}
