namespace Payshift.Core.Providers;

/// <summary>A signed body that is not what its provider documents. The message names the field and no value.</summary>
public sealed class MalformedDeliveryException(string message) : Exception(message);
