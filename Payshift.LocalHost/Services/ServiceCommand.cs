namespace Payshift.LocalHost.Services;

/// <summary>The command that starts a service, with its check for readiness and its setting.</summary>
/// <param name="Name">The name, also of its folder, log and pid file.</param>
/// <param name="Command">The program and its arguments for a port and a data folder.</param>
/// <param name="AnswersAsync">Whether the service answers on a port.</param>
/// <param name="Setting">The setting that takes the connection string.</param>
/// <param name="ConnectionString">The connection string for a port.</param>
internal sealed record ServiceCommand(
    string Name,
    Func<int, string, IReadOnlyList<string>> Command,
    Func<int, CancellationToken, Task<bool>> AnswersAsync,
    string Setting,
    Func<int, string> ConnectionString);
