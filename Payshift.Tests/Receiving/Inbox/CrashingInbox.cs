using Payshift.Core.Storage.Inbox;

namespace Payshift.Tests.Receiving.Inbox;

/// <summary>Fails the first time that rows are to be removed, as an instance does that dies just before.</summary>
internal sealed class CrashingInbox(IInboxTable inner) : IInboxTable
{
    private int _removals;

    public Task AddAsync(IReadOnlyList<Webhook> webhooks, CancellationToken cancellationToken) => inner.AddAsync(webhooks, cancellationToken);

    public Task<IReadOnlyList<InboxRow>> ReadAsync(int count, CancellationToken cancellationToken) => inner.ReadAsync(count, cancellationToken);

    public Task RemoveAsync(IReadOnlyList<InboxRow> rows, CancellationToken cancellationToken) =>
        _removals++ == 0 ? throw new InvalidOperationException("dead") : inner.RemoveAsync(rows, cancellationToken);
}
