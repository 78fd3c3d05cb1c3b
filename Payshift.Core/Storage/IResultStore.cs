using Payshift.Core.Monitoring;
using Payshift.Core.Webhooks;

namespace Payshift.Core.Storage;

/// <summary>Results of webhooks, found by payment reference.</summary>
public interface IResultStore
{
    /// <summary>Writes the rows in entity-group transactions. Writing the same again changes nothing.</summary>
    /// <exception cref="StorageUnavailableException">Not all was written.</exception>
    Task RecordAsync(IReadOnlyList<ResultRecord> records, CancellationToken cancellationToken);

    /// <returns>The outcome that was recorded for the webhook before, null if none was.</returns>
    /// <exception cref="StorageUnavailableException">Table Storage did not answer.</exception>
    Task<string?> FindOutcomeAsync(Webhook webhook, CancellationToken cancellationToken);

    /// <returns>A payment's rows, newest event first.</returns>
    /// <exception cref="StorageUnavailableException">Table Storage did not answer.</exception>
    Task<IReadOnlyList<PaymentRecord>> FindAsync(string reference, CancellationToken cancellationToken);
}
