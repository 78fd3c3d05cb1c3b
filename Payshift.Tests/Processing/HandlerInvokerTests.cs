using System.Collections.Concurrent;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Payshift.Core.Processing;
using Payshift.Core.Processing.Retries;

namespace Payshift.Tests.Processing;

public sealed class HandlerInvokerTests
{
    [Fact]
    public async Task Groups_of_a_limited_payment_method_are_handled_that_many_at_once()
    {
        var handler = new CountingHandler();
        var processing = new ProcessingOptions { MethodConcurrency = 5 };
        processing.MethodConcurrencies["card"] = 2;
        var groups = Create(handler, processing, []);

        var all = Task.WhenAll(Enumerable.Range(0, 12).Select(batch => groups.InvokeAsync(
            [Attempt($"card_{batch}", "card", "stripe"), Attempt($"bank_{batch}", "bank", "stripe")], default)));
        Assert.Equal((2, 5), (handler.Now("card"), handler.Now("bank")));
        handler.Release();
        await all;

        Assert.Equal((2, 5), (handler.MostAtOnce("card"), handler.MostAtOnce("bank")));
        Assert.Equal(24, handler.Handled);
    }

    [Fact]
    public async Task Groups_with_webhooks_of_a_limited_provider_are_handled_that_many_at_once()
    {
        var handler = new CountingHandler();
        var groups = Create(handler, new ProcessingOptions(), new ProvidersOptions { ["adyen"] = new() { Concurrency = 1 }, ["stripe"] = new() { Concurrency = 3 } });

        var all = Task.WhenAll(Enumerable.Range(0, 20).Select(batch => groups.InvokeAsync(
            [Attempt($"a_{batch}", "card", batch % 2 == 0 ? "adyen" : "stripe"), Attempt($"b_{batch}", "bank", "stripe"), Attempt($"c_{batch}", "bank", "adyen")], default)));
        handler.Release();
        await all;

        Assert.Equal(1, handler.MostAtOnce("adyen"));
        Assert.InRange(handler.MostAtOnce("stripe"), 1, 3);
        Assert.Equal(60, handler.Handled);
    }

    [Fact]
    public async Task Who_does_not_come_to_its_turn_in_time_has_no_outcome_and_counts_no_attempt()
    {
        using var blocked = new CancellationTokenSource();
        using var timeLimit = new CancellationTokenSource();
        var handler = new CountingHandler();
        var groups = Create(handler, new ProcessingOptions { MethodConcurrency = 1 }, []);
        var first = groups.InvokeAsync([Attempt("first", "card", "stripe")], blocked.Token);

        var second = groups.InvokeAsync([Attempt("second", "card", "stripe")], timeLimit.Token);
        await timeLimit.CancelAsync();

        Assert.Empty(await second);
        await blocked.CancelAsync();
        Assert.Equal(WebhookOutcomeKind.Transient, Assert.Single(await first).Value.Kind);
        Assert.Equal(1, handler.Handled);
    }

    private static HandlerInvoker Create(IWebhookBatchHandler handler, ProcessingOptions processing, ProvidersOptions providers) =>
        new(handler, new ConcurrencyLimits(Options.Create(processing), Options.Create(providers)), new ErrorClassifier(), NullLogger<HandlerInvoker>.Instance);

    private static WebhookAttempt Attempt(string id, string method, string provider) =>
        new(SampleWebhooks.Create(id, method: method) with { Id = WebhookId.From(provider, id), Provider = provider }, 1);

    /// <summary>Holds each group until all are released.</summary>
    private sealed class CountingHandler : IWebhookBatchHandler
    {
        private readonly ConcurrentDictionary<string, int> _now = new();
        private readonly ConcurrentDictionary<string, int> _most = new();
        private readonly TaskCompletionSource _released = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private int _handled;

        public void Release() => _released.SetResult();

        public int Now(string key) => _now.GetValueOrDefault(key);

        public int Handled => _handled;

        public int MostAtOnce(string key) => _most.GetValueOrDefault(key);

        public async Task<IReadOnlyList<WebhookOutcome>> HandleAsync(WebhookGroup group, CancellationToken cancellationToken)
        {
            string[] keys = [group.PaymentMethod, .. group.Attempts.Select(attempt => attempt.Webhook.Provider).Distinct()];
            foreach (var key in keys)
            {
                var now = _now.AddOrUpdate(key, 1, (_, count) => count + 1);
                _most.AddOrUpdate(key, now, (_, most) => Math.Max(most, now));
            }

            Interlocked.Add(ref _handled, group.Attempts.Count);
            await _released.Task.WaitAsync(cancellationToken);
            await Task.Yield();
            foreach (var key in keys)
            {
                _now.AddOrUpdate(key, 0, (_, count) => count - 1);
            }

            return [.. group.Attempts.Select(attempt => WebhookOutcome.Succeeded(attempt.Webhook.Id))];
        }
    }
}
