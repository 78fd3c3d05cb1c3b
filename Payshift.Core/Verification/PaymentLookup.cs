namespace Payshift.Core.Verification;

/// <summary>The look-up of a batch's payments at one provider, with as few calls as its API allows.</summary>
/// <remarks>
/// What was listed a moment ago confirms first; then lists, where they are cheaper than single look-ups; then single look-ups.
/// Lists lag behind, so that only a single look-up may contradict an event.
/// </remarks>
internal sealed partial class PaymentLookup(PaymentVerifier verifier, ProviderApi api, TimeProvider timeProvider, ILogger<PaymentLookup> logger) : IDisposable
{
    private readonly RecentPayments _recent = new(timeProvider);

    /// <summary>Batches list in turn: the list of one often confirms the next.</summary>
    private readonly SemaphoreSlim _listTurn = new(1, 1);

    /// <returns>A finding for each claim.</returns>
    public async Task<IReadOnlyDictionary<PaymentClaim, VerificationFinding>> AskAsync(
        IReadOnlyCollection<PaymentClaim> claims, CancellationToken cancellationToken)
    {
        var inquiry = new LookupState(claims);
        try
        {
            await ListAsync(inquiry, cancellationToken);
            await LookUpAsync(inquiry, cancellationToken);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            LogOutOfTime(verifier.Provider, inquiry.Open.Count);
            inquiry.Abandon(VerificationConstants.DefaultDelay);
        }

        return inquiry.Findings;
    }

    public void Dispose() => _listTurn.Dispose();

    private async Task ListAsync(LookupState inquiry, CancellationToken cancellationToken)
    {
        await _listTurn.WaitAsync(cancellationToken);
        try
        {
            inquiry.Confirm(_recent.Confirms);
            foreach (var listing in verifier.Listings(inquiry.Open))
            {
                if (!await ListAsync(listing, inquiry, cancellationToken))
                {
                    return;
                }
            }
        }
        finally
        {
            _listTurn.Release();
        }
    }

    /// <returns>Whether the provider can be asked further.</returns>
    private async Task<bool> ListAsync(PaymentListing listing, LookupState inquiry, CancellationToken cancellationToken)
    {
        string? cursor = null;
        var fruitless = 0;
        for (var page = 0; page < listing.MaxPages && fruitless < VerificationConstants.MaxFruitlessPages && listing.Claims.Any(inquiry.IsOpen); page++)
        {
            var answer = await api.AskAsync(listing.Call(cursor), cancellationToken);
            if (answer.Kind == ApiResponseKind.Unavailable)
            {
                inquiry.Abandon(answer.Delay);
                return false;
            }

            var (payments, next) = verifier.ReadPage(answer.Body, cursor);
            _recent.Add(payments);
            fruitless = inquiry.Confirm(_recent.Confirms) == 0 ? fruitless + 1 : 0;
            if (next is null || next == cursor)
            {
                break;
            }

            cursor = next;
        }

        return true;
    }

    private Task LookUpAsync(LookupState inquiry, CancellationToken cancellationToken) => Parallel.ForEachAsync(
        inquiry.Open.GroupBy(claim => claim.Key).ToArray(),
        new ParallelOptions { MaxDegreeOfParallelism = VerificationConstants.Parallelism, CancellationToken = cancellationToken },
        async (same, token) =>
        {
            // One refusal is enough: those that have not been asked yet wait with it.
            if (!same.Any(inquiry.IsOpen))
            {
                return;
            }

            var answer = await api.AskAsync(verifier.SinglePath(same.First()), token);
            if (answer.Kind == ApiResponseKind.Unavailable)
            {
                inquiry.Abandon(answer.Delay);
                return;
            }

            // An answer about another payment is none about this one.
            var payment = answer.Kind == ApiResponseKind.Found ? verifier.ReadSingle(answer.Body) : null;
            payment = payment?.Key == same.Key ? payment : null;
            _recent.Add(payment is null ? [] : [payment]);
            foreach (var claim in same)
            {
                inquiry.Settle(claim, Judge(claim, payment));
            }
        });

    private VerificationFinding Judge(PaymentClaim claim, ProviderPayment? payment) =>
        payment is null ? VerificationFinding.NotFound(verifier.Provider)
        : payment.DifferenceFrom(claim) is { } difference ? VerificationFinding.Mismatch($"The API of {verifier.Provider} says otherwise: {difference}.")
        : VerificationFinding.Confirmed;

    [LoggerMessage(5005, LogLevel.Warning, "The time to verify webhooks of {Provider} ended before {Count} of them were confirmed: they wait")]
    private partial void LogOutOfTime(string provider, int count);
}
