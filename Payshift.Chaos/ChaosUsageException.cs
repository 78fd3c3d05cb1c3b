namespace Payshift.Chaos;

/// <summary>Arguments that are none. The message is the one line that the user sees.</summary>
internal sealed class ChaosUsageException(string message) : Exception(message);
