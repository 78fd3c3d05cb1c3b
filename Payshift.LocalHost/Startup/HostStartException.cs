namespace Payshift.LocalHost.Startup;

/// <summary>An error that keeps the host from starting. The message tells the user what is wrong and what to do.</summary>
internal sealed class HostStartException(string message) : Exception(message);
