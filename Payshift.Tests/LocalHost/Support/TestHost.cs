using Payshift.LocalHost;

namespace Payshift.Tests.LocalHost.Support;

/// <summary>Hosts with functions of the tests' own, on a free port.</summary>
internal static class TestHost
{
    public const string Key = "the-key-of-the-tests";

    /// <summary>Settings with which a host brings no services and keeps nothing.</summary>
    public static readonly string[] Configured =
    [
        "--urls=http://127.0.0.1:0",
        $"--Payshift:LocalHost:Key={Key}",
        "--Payshift:Redis:ConnectionString=configured",
        "--Payshift:Tables:ConnectionString=configured",
        "--Logging:LogLevel:Default=None",
    ];

    public static LocalHostSetup With(params Type[] functions) => new()
    {
        FunctionTypes = functions,
        AddApplication = (_, _) => { },
        RepositoryRoot = null,
        Output = TextWriter.Null,
        Error = TextWriter.Null,
    };

    public static async Task<LocalHostApplication> StartAsync(params Type[] functions)
    {
        var host = await LocalHostBuilder.BuildAsync(Configured, With(functions), CancellationToken.None);
        await host.StartAsync(CancellationToken.None);
        return host;
    }

    public static HttpClient Client(this LocalHostApplication host) => new() { BaseAddress = host.Address };
}
