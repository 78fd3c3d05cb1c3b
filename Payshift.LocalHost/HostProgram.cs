using Payshift.LocalHost.Startup;

namespace Payshift.LocalHost;

/// <summary>Runs a host as a process does: errors as lines, an exit code.</summary>
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
            foreach (var line in StartErrors.Explain(exception) ?? [exception.ToString()])
            {
                await setup.Error.WriteLineAsync($"Payshift: {line}");
            }

            return 1;
        }
    }
}
