using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using Moq;
using Payshift.Core.Receiving;
using Payshift.Core.Storage.Inbox;

namespace Payshift.Tests.Receiving;

public sealed class WebhookEnqueuerTests
{
    private static readonly IReadOnlyList<Webhook> Webhooks = SampleWebhooks.Many(2);

    private readonly FakeTimeProvider _clock = new();
    private readonly Mock<IWebhookQueue> _queue = new(MockBehavior.Strict);
    private readonly Mock<IInboxTable> _inbox = new(MockBehavior.Strict);

    [Fact]
    public async Task The_queue_keeps_them_while_it_answers()
    {
        QueueAnswers();
        Assert.Equal(new EnqueueResult(2, 0), await Create().EnqueueAsync(Webhooks));
    }

    [Fact]
    public async Task Without_overflow_an_outage_is_said_at_once_and_each_time()
    {
        QueueFails();
        var enqueuer = Create(OverflowTarget.None);
        for (var delivery = 0; delivery < 5; delivery++)
        {
            await Assert.ThrowsAsync<QueueUnavailableException>(() => enqueuer.EnqueueAsync(Webhooks));
        }

        _queue.Verify(it => it.EnqueueAsync(Webhooks), Times.Exactly(5));
    }

    [Fact]
    public async Task With_overflow_the_inbox_keeps_them_while_the_queue_is_away()
    {
        QueueFails();
        InboxAnswers();

        Assert.Equal(new EnqueueResult(2, 1), await Create().EnqueueAsync([.. Webhooks, Webhooks[0]]));
        _inbox.Verify(it => it.AddAsync(It.Is<IReadOnlyList<Webhook>>(given => given.Count == 3), It.IsAny<CancellationToken>()), Times.Once);
    }

    [Fact]
    public async Task What_neither_keeps_is_not_kept()
    {
        QueueFails();
        _inbox.Setup(it => it.AddAsync(It.IsAny<IReadOnlyList<Webhook>>(), It.IsAny<CancellationToken>()))
            .ThrowsAsync(new StorageUnavailableException("away", new TimeoutException()));
        var enqueuer = Create();
        for (var delivery = 0; delivery < 5; delivery++)
        {
            await Assert.ThrowsAsync<QueueUnavailableException>(() => enqueuer.EnqueueAsync(Webhooks));
        }
    }

    [Fact]
    public async Task An_inbox_that_does_not_answer_is_waited_for_two_and_a_half_seconds()
    {
        QueueFails();
        _inbox.Setup(it => it.AddAsync(It.IsAny<IReadOnlyList<Webhook>>(), It.IsAny<CancellationToken>())).Returns(new TaskCompletionSource().Task);

        var enqueuing = Create().EnqueueAsync(Webhooks);
        _clock.Advance(TimeSpan.FromSeconds(2.4));
        Assert.False(enqueuing.IsCompleted);
        _clock.Advance(TimeSpan.FromSeconds(0.2));

        await Assert.ThrowsAsync<QueueUnavailableException>(() => enqueuing);
    }

    [Fact]
    public async Task A_queue_that_failed_is_left_alone_for_a_second_and_then_asked_again()
    {
        QueueFails();
        InboxAnswers();
        var enqueuer = Create();
        for (var delivery = 0; delivery < 10; delivery++)
        {
            await enqueuer.EnqueueAsync(Webhooks);
        }

        _queue.Verify(it => it.EnqueueAsync(Webhooks), Times.Exactly(2));
        _inbox.Verify(it => it.AddAsync(Webhooks, It.IsAny<CancellationToken>()), Times.Exactly(10));

        _clock.Advance(TimeSpan.FromSeconds(1.1));
        QueueAnswers();
        await enqueuer.EnqueueAsync(Webhooks);
        await enqueuer.EnqueueAsync(Webhooks);

        _queue.Verify(it => it.EnqueueAsync(Webhooks), Times.Exactly(4));
        _inbox.Verify(it => it.AddAsync(Webhooks, It.IsAny<CancellationToken>()), Times.Exactly(10));
    }

    [Fact]
    public async Task While_one_delivery_waits_for_the_queue_the_others_do_not()
    {
        QueueFails();
        InboxAnswers();
        var enqueuer = Create();
        await enqueuer.EnqueueAsync(Webhooks);
        await enqueuer.EnqueueAsync(Webhooks);
        _clock.Advance(TimeSpan.FromSeconds(1.1));
        var silent = new TaskCompletionSource<EnqueueResult>();
        _queue.Setup(it => it.EnqueueAsync(It.IsAny<IReadOnlyList<Webhook>>())).Returns(silent.Task);

        var waiting = enqueuer.EnqueueAsync(Webhooks);
        await enqueuer.EnqueueAsync(Webhooks);
        Assert.False(waiting.IsCompleted);

        silent.SetResult(new EnqueueResult(2, 0));
        Assert.Equal(2, (await waiting).Kept);
    }

    private WebhookEnqueuer Create(OverflowTarget overflow = OverflowTarget.Table) => new(
        _queue.Object, _inbox.Object, Options.Create(new ReceivingOptions { Overflow = overflow }), _clock, UnheardTelemetry.Instance, NullLogger<WebhookEnqueuer>.Instance);

    private void QueueAnswers() => _queue.Setup(it => it.EnqueueAsync(It.IsAny<IReadOnlyList<Webhook>>())).ReturnsAsync(new EnqueueResult(2, 0));

    private void QueueFails() => _queue.Setup(it => it.EnqueueAsync(It.IsAny<IReadOnlyList<Webhook>>()))
        .ThrowsAsync(new QueueUnavailableException("away", new TimeoutException()));

    private void InboxAnswers() => _inbox.Setup(it => it.AddAsync(It.IsAny<IReadOnlyList<Webhook>>(), It.IsAny<CancellationToken>())).Returns(Task.CompletedTask);
}
