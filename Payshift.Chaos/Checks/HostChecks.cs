namespace Payshift.Chaos.Checks;

/// <summary>How hosts fared.</summary>
internal static class HostChecks
{
    public static CheckResult NoUnexpectedEnd(Evidence evidence) => new(
        "No host ended but by SIGKILL",
        evidence.UnexpectedEnds.Count,
        [.. evidence.UnexpectedEnds.Where(host => host.Value > 0).Select(host => $"{host.Key} ended by itself {host.Value} times: see its log")]);

    public static CheckResult NoUnhandledException(Evidence evidence) => new(
        "No request met an unhandled exception",
        evidence.UnhandledExceptions.Count,
        [.. evidence.UnhandledExceptions.Where(host => host.Value > 0).Select(host => $"{host.Key} logged {host.Value}: see its log")]);
}
