namespace Payshift.Core.Providers;

/// <summary>The error of a signed body that is not in the form its provider documents. The message names the field but no value.</summary>
public sealed class MalformedDeliveryException(string message) : Exception(message);
