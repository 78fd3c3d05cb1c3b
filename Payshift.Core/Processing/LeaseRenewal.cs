using Payshift.Core.Queue;

namespace Payshift.Core.Processing;

/// <summary>The renewal of a batch's leases at an interval, until it is disposed.</summary>
internal sealed class LeaseRenewal : IAsyncDisposable
{
    private readonly CancellationTokenSource _stop = new();
    private readonly Task _renewing;

    public LeaseRenewal(IWebhookQueue queue, Batch batch, TimeSpan interval, TimeProvider timeProvider) =>
        _renewing = RenewAsync(queue, batch, interval, timeProvider);

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _renewing;
        _stop.Dispose();
    }

    private async Task RenewAsync(IWebhookQueue queue, Batch batch, TimeSpan interval, TimeProvider timeProvider)
    {
        using var timer = new PeriodicTimer(interval, timeProvider);
        try
        {
            while (await timer.WaitForNextTickAsync(_stop.Token))
            {
                var asked = timeProvider.GetTimestamp();
                try
                {
                    await queue.RenewAsync([.. batch.Leased.Select(webhook => webhook.Lease)]);
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
