using Payshift.Core.Queue.Envelopes;

namespace Payshift.Core.Storage.Inbox;

/// <summary>A webhook that waits in <c>WebhookInbox</c>.</summary>
/// <param name="ReceivedAt">As the row key says, or when the row was written where it does not.</param>
/// <param name="Webhook">Null where the row cannot be read.</param>
/// <param name="Envelope">The bytes that the row holds.</param>
public sealed record InboxRow(
    string PartitionKey, string RowKey, DateTimeOffset ReceivedAt, Webhook? Webhook, ReadOnlyMemory<byte> Envelope)
{
    /// <summary>Whether a later version of Payshift wrote the row: its instances can read it.</summary>
    public bool IsOfLaterVersion => Webhook is null && EnvelopeCodec.IsOfLaterFormat(Envelope.Span);
}
