namespace Payshift.Samples;

/// <summary>A body before it is signed.</summary>
/// <param name="Document">The document, usually JSON. It is formatted for the reader of the source and sent compact.</param>
/// <param name="EventId">The event's id; null if the body's bytes identify the event.</param>
/// <param name="EventType">The event's type; null if it is the requested one.</param>
internal sealed record SampleContent(string Document, string? EventId, string PaymentReference, string? EventType = null);
