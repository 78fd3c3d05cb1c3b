namespace Payshift.LocalHost.Startup;

/// <summary>The host cannot start. The message is all that its user needs: what is wrong and what to do.</summary>
internal sealed class HostStartException(string message) : Exception(message);
