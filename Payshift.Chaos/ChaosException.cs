namespace Payshift.Chaos;

/// <summary>The suite cannot go on. The message is the one line that the user sees.</summary>
internal sealed class ChaosException(string message) : Exception(message);
