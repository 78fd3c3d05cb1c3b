namespace Payshift.Core.Storage.Inbox;

/// <summary>The table of webhooks that were accepted while Redis was out of reach, <c>WebhookInbox</c>, until they are in the queue.</summary>
public interface IInboxTable
{
    /// <summary>Writes a row for each webhook. Writing the same again changes nothing.</summary>
    /// <exception cref="StorageUnavailableException">Not all was written.</exception>
    Task AddAsync(IReadOnlyList<Webhook> webhooks, CancellationToken cancellationToken);

    /// <returns>The first rows: by priority, and by arrival among those of one bucket.</returns>
    /// <exception cref="StorageUnavailableException">Table Storage did not answer.</exception>
    Task<IReadOnlyList<InboxRow>> ReadAsync(int count, CancellationToken cancellationToken);

    /// <summary>Removes rows. Those that are gone already are no error: another instance may import at the same time.</summary>
    /// <exception cref="StorageUnavailableException">Not all was removed.</exception>
    Task RemoveAsync(IReadOnlyList<InboxRow> rows, CancellationToken cancellationToken);
}
