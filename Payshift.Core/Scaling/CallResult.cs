namespace Payshift.Core.Scaling;

/// <param name="Reason">A status code or the name of an exception; never what was sent.</param>
internal sealed record CallResult(CallOutcome Outcome, string Reason);
