using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Moq;
using Payshift.Core.Receiving;
using Payshift.Core.Storage.Inbox;

namespace Payshift.Tests.Infrastructure;

internal static class Keepers
{
    /// <summary>Keeps in the queue or not at all, as with default settings.</summary>
    public static WebhookEnqueuer ToQueue(IWebhookQueue queue) => new(
        queue, Mock.Of<IInboxStore>(MockBehavior.Strict), Options.Create(new ReceivingOptions()), TimeProvider.System, UnheardTelemetry.Instance, NullLogger<WebhookEnqueuer>.Instance);
}
