using System.Collections.Concurrent;
using Payshift.Core.Processing;

namespace Payshift.Tests.Infrastructure;

/// <summary>A handler that decides as the test says and remembers the webhooks it was given.</summary>
internal sealed class FakeHandler(Func<WebhookAttempt, WebhookOutcome>? decide = null) : IWebhookBatchHandler
{
    public ConcurrentQueue<WebhookGroup> Groups { get; } = new();

    public IEnumerable<WebhookAttempt> Attempts => Groups.SelectMany(group => group.Attempts);

    public Task<IReadOnlyList<WebhookOutcome>> HandleAsync(WebhookGroup group, CancellationToken cancellationToken)
    {
        Groups.Enqueue(group);
        return Task.FromResult<IReadOnlyList<WebhookOutcome>>(
            [.. group.Attempts.Select(attempt => decide?.Invoke(attempt) ?? WebhookOutcome.Succeeded(attempt.Webhook.Id))]);
    }
}
