using Azure.Data.Tables;
using Payshift.Core.Queue.Envelopes;

namespace Payshift.Core.Storage.Inbox;

/// <summary>A row of <c>WebhookInbox</c>, written and read: the envelope as the queue would hold it.</summary>
internal static class InboxEntity
{
    private const string Column = "Envelope";

    public static (TableEntity Entity, int Length) From(Webhook webhook, int buckets)
    {
        var envelope = EnvelopeCodec.Encode(webhook);
        var entity = new TableEntity(InboxKeys.Partition(webhook, buckets), InboxKeys.Row(webhook));
        TableBytes.Write(entity, Column, envelope);
        return (entity, envelope.Length);
    }

    public static InboxRow ToRow(TableEntity entity)
    {
        var envelope = TableBytes.Read(entity, Column);
        return InboxKeys.TryParse(entity.RowKey, out var receivedAt, out var id)
            ? new InboxRow(entity.PartitionKey, entity.RowKey, receivedAt, Decode(id, envelope), envelope)
            : new InboxRow(entity.PartitionKey, entity.RowKey, entity.Timestamp ?? DateTimeOffset.UnixEpoch, null, envelope);
    }

    private static Webhook? Decode(WebhookId id, byte[] envelope)
    {
        try
        {
            return EnvelopeCodec.Decode(id, envelope);
        }
        catch (Exception exception) when (exception is InvalidDataException or DecoderFallbackException)
        {
            return null;
        }
    }
}
