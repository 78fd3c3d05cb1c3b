namespace Payshift.Core.Storage.Results;

/// <summary>
/// The table of results, <c>WebhookResults</c>: results of webhooks, found by payment reference, and payments, found by order or
/// customer.
/// </summary>
public interface IResultTable
{
    /// <summary>
    /// Writes the rows in entity-group transactions, and no result before the links of its webhook. Writing the same again
    /// changes nothing.
    /// </summary>
    /// <exception cref="StorageUnavailableException">Not all was written.</exception>
    Task RecordAsync(IReadOnlyList<ResultRecord> records, CancellationToken cancellationToken);

    /// <returns>The outcome that was recorded for the webhook before, null if none was.</returns>
    /// <exception cref="StorageUnavailableException">Table Storage did not answer.</exception>
    Task<RecordedOutcome?> FindOutcomeAsync(Webhook webhook, CancellationToken cancellationToken);

    /// <param name="limit">Rows at the most.</param>
    /// <returns>A payment's rows, newest event first.</returns>
    /// <exception cref="StorageUnavailableException">Table Storage did not answer.</exception>
    Task<IReadOnlyList<PaymentRecord>> FindAsync(string reference, int limit, CancellationToken cancellationToken);

    /// <param name="value">The reference of the order or the customer.</param>
    /// <param name="limit">Payments at the most.</param>
    /// <exception cref="StorageUnavailableException">Table Storage did not answer.</exception>
    Task<PaymentLinkRows> FindLinkedAsync(PaymentLinkKind kind, string value, int limit, CancellationToken cancellationToken);
}
