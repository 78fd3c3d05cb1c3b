namespace Payshift.Core.Verification;

/// <summary>The lookup of a batch's payments at one provider, with as few calls as its API allows.</summary>
/// <remarks>
/// Payments listed a moment ago confirm first, then lists if they are cheaper than single look-ups, then single look-ups.
/// Lists lag behind, so that only a single look-up may contradict an event.
/// </remarks>
internal sealed partial class PaymentLookup(PaymentVerifier verifier, ProviderApi api, TimeProvider timeProvider, ILogger<PaymentLookup> logger) : IDisposable
{
    private readonly RecentPayments _recent = new(timeProvider);

    /// <summary>The turn of a batch to list: the list of one batch often confirms the next.</summary>
    private readonly SemaphoreSlim _listTurn = new(1, 1);

    /// <returns>A result for each claim.</returns>
    public async Task<IReadOnlyDictionary<PaymentClaim, VerificationResult>> AskAsync(
        IReadOnlyCollection<PaymentClaim> claims, CancellationToken cancellationToken)
    {
        var state = new LookupState(claims);
        try
        {
            await ListAsync(state, cancellationToken);
            await LookUpAsync(state, cancellationToken);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            LogOutOfTime(verifier.Provider, state.Open.Count);
            state.Abandon(VerificationConstants.DefaultDelay);
        }

        return state.Results;
    }

    public void Dispose() => _listTurn.Dispose();

    private async Task ListAsync(LookupState state, CancellationToken cancellationToken)
    {
        await _listTurn.WaitAsync(cancellationToken);
        try
        {
            state.Confirm(_recent.Confirms);
            foreach (var listing in verifier.Listings(state.Open))
            {
                if (!await ListAsync(listing, state, cancellationToken))
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

    /// <returns>Whether the provider can be called again.</returns>
    private async Task<bool> ListAsync(PaymentListing listing, LookupState state, CancellationToken cancellationToken)
    {
        string? cursor = null;
        var fruitless = 0;
        for (var page = 0; page < listing.MaxPages && fruitless < VerificationConstants.MaxFruitlessPages && listing.Claims.Any(state.IsOpen); page++)
        {
            var response = await api.AskAsync(listing.Call(cursor), cancellationToken);
            if (response.Kind == ApiResponseKind.Unavailable)
            {
                state.Abandon(response.Delay);
                return false;
            }

            var (payments, next) = verifier.ReadPage(response.Body, cursor);
            _recent.Add(payments);
            fruitless = state.Confirm(_recent.Confirms) == 0 ? fruitless + 1 : 0;
            if (next is null || next == cursor)
            {
                break;
            }

            cursor = next;
        }

        return true;
    }

    private Task LookUpAsync(LookupState state, CancellationToken cancellationToken) => Parallel.ForEachAsync(
        state.Open.GroupBy(claim => claim.Key).ToArray(),
        new ParallelOptions { MaxDegreeOfParallelism = VerificationConstants.Parallelism, CancellationToken = cancellationToken },
        async (same, token) =>
        {
            // After one refusal, payments that have not been looked up yet wait too.
            if (!same.Any(state.IsOpen))
            {
                return;
            }

            var response = await api.AskAsync(verifier.SinglePath(same.First()), token);
            if (response.Kind == ApiResponseKind.Unavailable)
            {
                state.Abandon(response.Delay);
                return;
            }

            // A response about another payment says nothing of this one.
            var payment = response.Kind == ApiResponseKind.Found ? verifier.ReadSingle(response.Body) : null;
            payment = payment?.Key == same.Key ? payment : null;
            _recent.Add(payment is null ? [] : [payment]);
            foreach (var claim in same)
            {
                state.Settle(claim, Judge(claim, payment));
            }
        });

    private VerificationResult Judge(PaymentClaim claim, ProviderPayment? payment) =>
        payment is null ? VerificationResult.NotFound(verifier.Provider)
        : payment.DifferenceFrom(claim) is { } difference ? VerificationResult.Mismatch($"The API of {verifier.Provider} says otherwise: {difference}.")
        : VerificationResult.Confirmed;

    [LoggerMessage(5005, LogLevel.Warning, "The time to verify webhooks of {Provider} ended before {Count} of them were confirmed: they wait")]
    private partial void LogOutOfTime(string provider, int count);
}
