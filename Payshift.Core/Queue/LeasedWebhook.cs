using Payshift.Core.Queue.Envelopes;

namespace Payshift.Core.Queue;

/// <summary>A webhook that this worker holds.</summary>
/// <param name="Webhook">Null where the queue lost its envelope or cannot read it.</param>
/// <param name="Attempts">Failed attempts so far.</param>
/// <param name="Crashes">Workers that died with it: the first in company, the others while they handled it alone.</param>
/// <param name="LastDelay">How long it waited for this attempt after the one before failed; zero on the first.</param>
/// <param name="Errors">What the failed attempts said, oldest first.</param>
/// <param name="Requeues">How often it was retried by hand. Attempts, crashes and errors are those since the last time.</param>
public sealed record LeasedWebhook(
    Lease Lease, Webhook? Webhook, int Attempts, int Crashes, TimeSpan LastDelay, IReadOnlyList<AttemptError> Errors, int Requeues = 0)
{
    /// <summary>The envelope that cannot be read. Empty where it can, or where the queue lost it.</summary>
    public ReadOnlyMemory<byte> Unread { get; init; }

    /// <summary>Whether a later version of Payshift wrote the envelope: its workers can read it.</summary>
    public bool IsOfLaterVersion => EnvelopeCodec.IsOfLaterFormat(Unread.Span);
}
