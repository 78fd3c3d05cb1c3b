namespace Payshift.LocalHost.Services;

/// <summary>How to start a service, how to see that it answers, and what it is called in settings.</summary>
/// <param name="Name">Also names its folder, log and pid file.</param>
/// <param name="Command">Program and arguments for a port and a data folder.</param>
/// <param name="AnswersAsync">Whether the service answers on a port.</param>
/// <param name="Setting">The setting that takes the connection string.</param>
/// <param name="ConnectionString">The connection string for a port.</param>
internal sealed record ServiceCommand(
    string Name,
    Func<int, string, IReadOnlyList<string>> Command,
    Func<int, CancellationToken, Task<bool>> AnswersAsync,
    string Setting,
    Func<int, string> ConnectionString);
