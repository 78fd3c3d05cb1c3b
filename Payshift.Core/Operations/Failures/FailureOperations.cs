using Payshift.Core.Storage.Failures;

namespace Payshift.Core.Operations.Failures;

/// <summary>The permanent failures as operators see them.</summary>
public sealed class FailureOperations(IFailureTable failures)
{
    /// <summary>Failures that one page can have.</summary>
    public const int MaxPageSize = 100;

    /// <inheritdoc cref="IFailureTable.ListAsync"/>
    public Task<FailurePage> ListAsync(FailureFilter filter, string? continuation, int limit, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(limit, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(limit, MaxPageSize);
        return failures.ListAsync(filter, continuation, limit, cancellationToken);
    }

    /// <returns>Null where no such failure is kept.</returns>
    /// <exception cref="StorageUnavailableException">Table Storage did not answer.</exception>
    public async Task<FailureResponse?> FindAsync(FailureId id, CancellationToken cancellationToken) =>
        await failures.FindAsync(id, cancellationToken) is { } kept
            ? new FailureResponse(
                kept.Summary,
                kept.Errors,
                new DeliveryHeaders(SensitiveText.Mask(kept.Webhook.Headers.Text)).ToDictionary(),
                PayloadText.Of(kept.Webhook.Payload.Span))
            : null;
}
