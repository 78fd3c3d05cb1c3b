using System.IO.Compression;
using Azure.Data.Tables;

namespace Payshift.Core.Storage;

/// <inheritdoc cref="IFailureStore"/>
/// <remarks>
/// The key follows the time of receipt, not of failure: a worker that died between recording and acknowledging
/// leads to the same row again.
/// </remarks>
internal sealed class TableFailureStore(TableConnection tables) : IFailureStore
{
    public Task RecordAsync(IReadOnlyList<FailureRecord> records, CancellationToken cancellationToken) =>
        // One row a request: with their payloads, a hundred would exceed a transaction's 4 MiB.
        Task.WhenAll(records.Select(record => tables.UpsertAsync(TableNames.Failures, [ToEntity(record)], cancellationToken)));

    private static TableEntity ToEntity(FailureRecord record)
    {
        var webhook = record.Webhook;
        var entity = new TableEntity(TableKeys.Day(webhook.ReceivedAt), TableKeys.NewestFirst(webhook.ReceivedAt, webhook.Id.ToString()))
        {
            ["Reason"] = TableText.Fit(record.Reason),
            ["Attempts"] = record.Attempts,
            ["Crashes"] = record.Crashes,
            // At most 50 attempts of 500 characters: they fit a property.
            ["Errors"] = string.Join('\n', record.Errors.Select(error => error.Format())),
            ["FailedAt"] = record.FailedAt,
            ["BatchId"] = record.BatchId,
            ["PayloadLength"] = webhook.Payload.Length,
        };
        WebhookColumns.Write(entity, webhook);
        TableBytes.Write(entity, "Payload", Compress(webhook.Payload.Span));
        return entity;
    }

    private static byte[] Compress(ReadOnlySpan<byte> payload)
    {
        var compressed = new byte[BrotliEncoder.GetMaxCompressedLength(payload.Length)];
        if (!BrotliEncoder.TryCompress(payload, compressed, out var length))
        {
            throw new InvalidOperationException("A payload did not fit the length that Brotli promises.");
        }

        return compressed[..length];
    }
}
