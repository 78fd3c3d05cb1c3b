using Payshift.Core.Storage;
using Payshift.Core.Storage.Batches;
using Payshift.Core.Storage.Failures;
using Payshift.Core.Storage.Results;
using Payshift.Core.Webhooks;

namespace Payshift.Benchmarks.Peers;

/// <summary>Tables that keep nothing, so that the queue alone is measured.</summary>
internal sealed class UnrecordedOutcomes : IResultTable, IFailureTable, IBatchTable, ITableProbe
{
    public Task PingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task RecordAsync(IReadOnlyList<ResultRecord> records, CancellationToken cancellationToken) => Task.CompletedTask;

    public Task RecordAsync(IReadOnlyList<FailureRecord> records, CancellationToken cancellationToken) => Task.CompletedTask;

    public Task RemoveAsync(IReadOnlyList<Webhook> processed, CancellationToken cancellationToken) => Task.CompletedTask;

    public Task RecordAsync(IReadOnlyList<BatchRecord> records, CancellationToken cancellationToken) => Task.CompletedTask;

    public Task<RecordedOutcome?> FindOutcomeAsync(Webhook webhook, CancellationToken cancellationToken) => Task.FromResult<RecordedOutcome?>(null);

    public Task<IReadOnlyList<PaymentRecord>> FindAsync(string reference, int limit, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<PaymentRecord>>([]);

    public Task<PaymentLinkRows> FindLinkedAsync(PaymentLinkKind kind, string value, int limit, CancellationToken cancellationToken) =>
        Task.FromResult(new PaymentLinkRows(new Dictionary<string, IReadOnlyList<string>>(), HasMore: false));

    public Task<FailurePage> ListAsync(FailureFilter filter, string? continuation, int limit, CancellationToken cancellationToken) => throw Unread();

    public Task<StoredFailure?> FindAsync(FailureId id, CancellationToken cancellationToken) => throw Unread();

    public Task<bool> MarkRetriedAsync(StoredFailure failure, string by, DateTimeOffset at, CancellationToken cancellationToken) => throw Unread();

    public Task<BatchPage> ListAsync(BatchFilter filter, string? continuation, int limit, CancellationToken cancellationToken) => throw Unread();

    public Task<BatchRows> ReadAsync(DateTimeOffset since, DateTimeOffset before, int maxRows, CancellationToken cancellationToken) => throw Unread();

    public Task ReadEachAsync(DateTimeOffset hour, Action<BatchRecord> read, CancellationToken cancellationToken) => throw Unread();

    public Task<DateTimeOffset?> FindDayAsync(DateTimeOffset since, CancellationToken cancellationToken) => throw Unread();

    public Task<RemovedPage> RemoveBeforeAsync(DateTimeOffset day, CancellationToken cancellationToken) => throw Unread();

    private static NotSupportedException Unread() => new("Nobody reads what the measured queue recorded.");
}
