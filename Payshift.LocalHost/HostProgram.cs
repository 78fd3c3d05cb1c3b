using Payshift.LocalHost.Startup;

namespace Payshift.LocalHost;

/// <summary>The run of a host as a process: errors become lines on stderr and an exit code.</summary>
internal static class HostProgram
{
    public static async Task<int> RunAsync(string[] args, LocalHostSetup setup, CancellationToken cancellationToken)
    {
        try
        {
            await using var host = await LocalHostBuilder.BuildAsync(args, setup, cancellationToken);
            return await host.RunAsync(setup.Output, cancellationToken);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            return 0;
        }
        catch (Exception exception)
        {
            foreach (var line in StartupErrors.Explain(exception) ?? [exception.ToString()])
            {
                await setup.Error.WriteLineAsync($"Payshift: {line}");
            }

            return 1;
        }
    }
}
