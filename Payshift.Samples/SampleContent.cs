namespace Payshift.Samples;

/// <summary>A body before it is signed.</summary>
/// <param name="Document">JSON as a rule. Laid out for the reader of the source; JSON is sent compact.</param>
/// <param name="EventId">Null where the bytes that are sent stand for it.</param>
/// <param name="EventType">Null where it is what was asked for.</param>
internal sealed record SampleContent(string Document, string? EventId, string PaymentReference, string? EventType = null);
