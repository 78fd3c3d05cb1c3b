using Payshift.Cli.Invocation;
using Payshift.Cli.Processing;
using Payshift.Core.Operations.Payments;
using Payshift.Core.Operations.Stats;
using Payshift.Core.Operations;

namespace Payshift.Cli.Clients;

/// <summary>
/// A Payshift to work with: a host over HTTP, or its Redis and its tables directly. Every method throws
/// <see cref="CommandException"/> where it cannot be worked with.
/// </summary>
internal interface IPayshiftClient : IAsyncDisposable
{
    /// <summary>For people, without secrets: <c>http://127.0.0.1:7071/</c>, or <c>Redis at localhost:6379</c>.</summary>
    string Name { get; }

    IFailureTarget Failures { get; }

    IHistoryTarget History { get; }

    Task<StatsResponse> GetStatsAsync(CancellationToken cancellationToken);

    /// <returns>Null where the reference is neither a payment's nor an order's nor a customer's.</returns>
    Task<PaymentResponse?> GetPaymentAsync(string reference, CancellationToken cancellationToken);

    /// <summary>Asks whether it is to be processed from here.</summary>
    /// <param name="withoutHandler">Also where a batch handler would not be called.</param>
    /// <returns>What is to be known before; null where nothing is.</returns>
    Task<string?> AskToProcessAsync(bool withoutHandler);

    /// <summary>Works off one batch. It cannot be cancelled: what was taken is finished.</summary>
    Task<ProcessResponse> ProcessBatchAsync(int batchSize);

    /// <summary>Runs what processes many batches, and has it in the audit.</summary>
    Task<ProcessingSummary> AuditAsync(int batchSize, Func<Task<ProcessingSummary>> run);

    Task<CleanupResponse> CleanAsync(CancellationToken cancellationToken);

    /// <param name="provider">Null for the whole queue.</param>
    Task<PauseResponse> PauseAsync(string? provider, CancellationToken cancellationToken);

    /// <param name="provider">Null for the whole queue.</param>
    Task<PauseResponse> ResumeAsync(string? provider, CancellationToken cancellationToken);
}
