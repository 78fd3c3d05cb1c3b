using System.Threading.RateLimiting;
using Payshift.Core.Providers;

namespace Payshift.Core.Processing;

/// <summary>The limits on how many groups of one payment method, and with webhooks of one provider, this process handles at once.</summary>
internal sealed class ConcurrencyLimits : IAsyncDisposable
{
    private readonly PartitionedRateLimiter<string> _methods;
    private readonly PartitionedRateLimiter<string> _providers;

    public ConcurrencyLimits(IOptions<ProcessingOptions> processing, IOptions<ProvidersOptions> providers)
    {
        _methods = Limit(method => processing.Value.MethodConcurrencies.TryGetValue(method, out var own) ? own : processing.Value.MethodConcurrency);
        _providers = Limit(provider => providers.Value.GetValueOrDefault(provider)?.Concurrency);
    }

    /// <summary>Waits until a group may be handled.</summary>
    /// <returns>Ends its turn when disposed.</returns>
    /// <exception cref="OperationCanceledException">It did not come to its turn in time.</exception>
    public async Task<IDisposable> EnterAsync(WebhookGroup group, CancellationToken cancellationToken)
    {
        var turns = new Turns();
        try
        {
            turns.Add(await _methods.AcquireAsync(group.PaymentMethod, 1, cancellationToken));
            // All in the same order, or two groups could wait for each other.
            foreach (var provider in group.Attempts.Select(attempt => attempt.Webhook.Provider).Distinct().Order(StringComparer.Ordinal))
            {
                turns.Add(await _providers.AcquireAsync(provider, 1, cancellationToken));
            }

            return turns;
        }
        catch
        {
            turns.Dispose();
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _methods.DisposeAsync();
        await _providers.DisposeAsync();
    }

    private static PartitionedRateLimiter<string> Limit(Func<string, int?> limitOf) =>
        PartitionedRateLimiter.Create<string, string>(key => limitOf(key) is { } limit
            ? RateLimitPartition.GetConcurrencyLimiter(key, _ => new ConcurrencyLimiterOptions { PermitLimit = limit, QueueLimit = int.MaxValue })
            : RateLimitPartition.GetNoLimiter(""));

    private sealed class Turns : IDisposable
    {
        private readonly List<RateLimitLease> _leases = [];

        public void Add(RateLimitLease lease) => _leases.Add(lease);

        public void Dispose()
        {
            foreach (var lease in _leases)
            {
                lease.Dispose();
            }
        }
    }
}
