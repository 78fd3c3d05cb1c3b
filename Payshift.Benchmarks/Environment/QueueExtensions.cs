using Payshift.Core.Queue;
using Payshift.Core.Webhooks;

namespace Payshift.Benchmarks.Environment;

internal static class QueueExtensions
{
    private const int Chunk = 500;

    public static async Task EnqueueAllAsync(this IWebhookQueue queue, IEnumerable<Webhook> webhooks)
    {
        foreach (var chunk in webhooks.Chunk(Chunk))
        {
            await queue.EnqueueAsync(chunk);
        }
    }
}
