using Payshift.Core.Storage.Batches;
using Payshift.Core.Storage.Failures;
using Payshift.Core.Storage.Results;
using Payshift.Core.Webhooks;

namespace Payshift.Benchmarks.Peers;

/// <summary>Stores that keep nothing, so that the queue alone is measured.</summary>
internal sealed class UnrecordedOutcomes : IResultStore, IFailureStore, IBatchStore
{
    public Task RecordAsync(IReadOnlyList<ResultRecord> records, CancellationToken cancellationToken) => Task.CompletedTask;

    public Task RecordAsync(IReadOnlyList<FailureRecord> records, CancellationToken cancellationToken) => Task.CompletedTask;

    public Task RemoveAsync(IReadOnlyList<Webhook> processed, CancellationToken cancellationToken) => Task.CompletedTask;

    public Task RecordAsync(IReadOnlyList<BatchRecord> records, CancellationToken cancellationToken) => Task.CompletedTask;

    public Task<RecordedOutcome?> FindOutcomeAsync(Webhook webhook, CancellationToken cancellationToken) => Task.FromResult<RecordedOutcome?>(null);

    public Task<IReadOnlyList<PaymentRecord>> FindAsync(string reference, int limit, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<PaymentRecord>>([]);

    public Task<PaymentLinkRows> FindLinkedAsync(PaymentLinkKind kind, string value, int limit, CancellationToken cancellationToken) =>
        Task.FromResult(new PaymentLinkRows(new Dictionary<string, IReadOnlyList<string>>(), HasMore: false));
}
