namespace Payshift.Cli.Sending;

/// <summary>A body before it is signed.</summary>
/// <param name="Json">Laid out for the reader of the source; it is sent compact.</param>
internal sealed record SampleContent(string Json, string EventId, string PaymentReference);
