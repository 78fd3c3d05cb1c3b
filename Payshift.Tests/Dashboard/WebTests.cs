using System.Diagnostics;

namespace Payshift.Tests.Dashboard;

/// <summary>The tests of the page's own functions, which are written in its language and run without a browser.</summary>
public sealed class WebTests
{
    [Fact]
    public async Task The_functions_of_the_page_do_what_their_own_tests_say()
    {
        var start = new ProcessStartInfo("npm", ["test", "--silent"])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = Path.Combine(Repository.Root, "Payshift.Dashboard", "web"),
        };
        start.Environment["NO_COLOR"] = "1";
        using var process = Process.Start(start)!;
        var (output, error) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();

        Assert.True(process.ExitCode == 0, $"{await output}\n{await error}");
        Assert.Matches(@"Tests +\d+ passed", await output);
    }
}
