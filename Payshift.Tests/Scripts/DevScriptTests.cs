using System.Diagnostics;

namespace Payshift.Tests.Scripts;

/// <summary>The arguments that <c>./dev</c> refuses before it does anything.</summary>
public sealed class DevScriptTests
{
    [Theory]
    [InlineData("dev: there is no command dance.", "dance")]
    [InlineData("dev: run has no argument --fast.", "run", "--fast")]
    [InlineData("dev: --port needs a number.", "run", "--port")]
    [InlineData("dev: http is no port.", "run", "--port=http")]
    [InlineData("dev: 70000 is no port.", "run", "--port", "70000")]
    [InlineData("dev: chaos has no argument --fast.", "chaos", "--fast")]
    [InlineData("dev: --minutes needs a number.", "chaos", "--minutes")]
    [InlineData("dev: --minutes is a number such as 2 or 0.5, not soon.", "chaos", "--minutes=soon")]
    [InlineData("dev: --seed is a whole number, not 1.5.", "chaos", "--seed", "1.5")]
    public async Task Misuse_is_named_and_exits_2(string expected, params string[] arguments)
    {
        var (code, _, error) = await RunAsync(arguments);

        Assert.Equal(2, code);
        Assert.Contains(expected, error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Help_lists_the_commands()
    {
        var (code, output, _) = await RunAsync("help");

        Assert.Equal(0, code);
        Assert.All((string[])["run", "test", "bench", "fuzz", "chaos"], command => Assert.Contains($"\n  {command} ", output, StringComparison.Ordinal));
    }

    private static async Task<(int Code, string Output, string Error)> RunAsync(params string[] arguments)
    {
        var start = new ProcessStartInfo("bash", [Path.Combine(Repository.Root, "dev"), .. arguments])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,

            // From any directory.
            WorkingDirectory = Path.GetTempPath(),
        };
        using var process = Process.Start(start)!;
        var (output, error) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        return (process.ExitCode, await output, await error);
    }
}
