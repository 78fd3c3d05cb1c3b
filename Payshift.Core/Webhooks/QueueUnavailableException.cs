namespace Payshift.Core.Webhooks;

/// <summary>Redis did not answer. Whether what was sent took effect is unknown; sending it again is safe.</summary>
public sealed class QueueUnavailableException(string message, Exception? inner) : Exception(message, inner);
