namespace Payshift.Chaos;

/// <summary><c>./dev chaos</c>: arguments in, an exit code out.</summary>
internal static class ChaosProgram
{
    private const int Failed = 1;
    private const int Misused = 2;
    private const int Interrupted = 130;

    /// <returns>0 when all holds, 1 when something does not, 2 for arguments that are none, 130 after Ctrl-C.</returns>
    public static async Task<int> RunAsync(string[] args, TextWriter output, TextWriter error, CancellationToken cancellationToken)
    {
        ChaosArguments arguments;
        try
        {
            arguments = ChaosArguments.Parse(args, () => Random.Shared.Next());
        }
        catch (ChaosUsageException exception)
        {
            await error.WriteLineAsync($"dev: {exception.Message} See ./dev help.");
            return Misused;
        }

        var folder = WorkFolder.Create(arguments.Seed);
        try
        {
            if (await new ChaosRun(arguments, folder.Path, output).RunAsync(cancellationToken))
            {
                folder.Remove();
                return 0;
            }
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            folder.Remove();
            return Interrupted;
        }
        catch (ChaosException exception)
        {
            await error.WriteLineAsync($"dev: {exception.Message}");
        }

        await error.WriteLineAsync($"dev: what every process said is in {folder.Path}");
        return Failed;
    }
}
