using Payshift.Core.Queue;

namespace Payshift.Core.Processing;

/// <summary>Extends a batch's leases for as long as it is worked on.</summary>
internal sealed class LeaseRenewer : IAsyncDisposable
{
    private const int RenewalsALease = 3;

    private readonly CancellationTokenSource _stop = new();
    private readonly Task _keeping;

    public LeaseRenewer(IWebhookQueue queue, Batch batch, IReadOnlyList<LeasedWebhook> leased, TimeSpan leaseDuration, TimeProvider timeProvider) =>
        _keeping = KeepAsync(queue, batch, leased, leaseDuration / RenewalsALease, timeProvider);

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _keeping;
        _stop.Dispose();
    }

    private async Task KeepAsync(IWebhookQueue queue, Batch batch, IReadOnlyList<LeasedWebhook> leased, TimeSpan interval, TimeProvider timeProvider)
    {
        using var timer = new PeriodicTimer(interval, timeProvider);
        try
        {
            while (await timer.WaitForNextTickAsync(_stop.Token))
            {
                var asked = timeProvider.GetTimestamp();
                try
                {
                    await queue.RenewAsync([.. leased.Select(webhook => webhook.Lease)]);
                    batch.LeasedAt = asked;
                }
                catch (QueueUnavailableException)
                {
                    // The leases may end; the batch finds out by how old they are.
                }
            }
        }
        catch (OperationCanceledException)
        {
            // The batch is done.
        }
    }
}
