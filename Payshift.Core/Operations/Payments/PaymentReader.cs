using Payshift.Core.Storage.Results;

namespace Payshift.Core.Operations.Payments;

/// <summary>The reader of payments for operators.</summary>
public sealed class PaymentReader(IResultTable results)
{
    private readonly PaymentCorrelation _correlation = new(results);

    /// <param name="reference">Of a payment, or of an order or a customer: then the timeline is empty, and links lead to payments.</param>
    /// <exception cref="StorageUnavailableException">Table Storage did not answer.</exception>
    public Task<PaymentOverview> ReadAsync(string reference, CancellationToken cancellationToken) =>
        _correlation.ReadAsync(reference, cancellationToken);
}
