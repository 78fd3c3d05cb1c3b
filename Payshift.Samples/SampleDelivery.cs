namespace Payshift.Samples;

/// <summary>One signed HTTP request, as a provider would make it.</summary>
/// <param name="Provider">The route segment to send it to.</param>
/// <param name="Body">The exact bytes that were signed.</param>
/// <param name="Headers">The provider's signature headers, and the content type.</param>
/// <param name="EventType">The provider's own name of the event.</param>
/// <param name="EventId">The event's id; if the provider gives none, the fields that identify it, joined by colons.</param>
/// <param name="PaymentReference">The reference by which the payment is found.</param>
internal sealed record SampleDelivery(
    string Provider,
    byte[] Body,
    IReadOnlyDictionary<string, string> Headers,
    string EventType,
    string EventId,
    string PaymentReference)
{
    /// <summary>The segment after the provider in the route, for schemes whose only secret is the URL.</summary>
    public string? PathSecret { get; init; }

    /// <summary>The path after <c>payment/webhooks/</c>.</summary>
    public string Path => PathSecret is null ? Provider : $"{Provider}/{Uri.EscapeDataString(PathSecret)}";
}
