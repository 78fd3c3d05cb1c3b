using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Moq;
using Payshift.Core.Receiving;
using Payshift.Core.Storage.Inbox;

namespace Payshift.Tests.Infrastructure;

/// <summary>Enqueuers that a test composes by hand.</summary>
internal static class Enqueuers
{
    /// <summary>An enqueuer with default settings: without Redis, it refuses.</summary>
    public static WebhookEnqueuer ToQueue(IWebhookQueue queue) => new(
        queue, Mock.Of<IInboxTable>(MockBehavior.Strict), Options.Create(new ReceivingOptions()), TimeProvider.System, UnheardTelemetry.Instance, NullLogger<WebhookEnqueuer>.Instance);
}
