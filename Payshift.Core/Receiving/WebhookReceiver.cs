using Microsoft.Extensions.Primitives;

namespace Payshift.Core.Receiving;

/// <summary>Takes a delivery in: verify, extract, classify, enqueue.</summary>
public sealed class WebhookReceiver
{
    /// <summary>Reads, verifies and keeps one delivery.</summary>
    /// <param name="provider">The route segment.</param>
    /// <param name="headers">Must ignore the case of names.</param>
    /// <param name="body">Read to its end, or to one byte beyond the limit.</param>
    /// <param name="contentLength">As the sender announced it, null if it did not.</param>
    /// <param name="cancellationToken">Stops the reading of the body. An enqueue that began is finished regardless.</param>
    public Task<ReceiveResult> ReceiveAsync(
        string provider, IDictionary<string, StringValues> headers, Stream body, long? contentLength, CancellationToken cancellationToken) =>
        throw new NotImplementedException();
}
