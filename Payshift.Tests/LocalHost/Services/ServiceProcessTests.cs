using System.Globalization;
using Payshift.LocalHost.Services;
using Payshift.LocalHost.Startup;
using Payshift.Tests.LocalHost.Support;

namespace Payshift.Tests.LocalHost.Services;

public sealed class ServiceProcessTests
{
    [Fact]
    public async Task A_service_that_ends_at_once_is_told_with_the_end_of_its_log()
    {
        using var folder = new TestFolder();
        using var data = DataFolder.Open(folder.Path);
        var service = new ServiceCommand(
            "broken", (_, _) => ["sh", "-c", "echo out of order; exit 3"], (_, _) => Task.FromResult(false), "unused", _ => "unused");

        var error = await Assert.ThrowsAsync<HostStartException>(() => ServiceStarter.StartAsync(service, data, CancellationToken.None));

        Assert.Contains("broken did not start", error.Message, StringComparison.Ordinal);
        Assert.Contains("out of order", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_pid_that_another_process_got_meanwhile_is_left_alone()
    {
        using var folder = new TestFolder();
        using var victim = System.Diagnostics.Process.Start("sleep", "60");
        var pidPath = folder.File("service.pid");
        await File.WriteAllTextAsync(pidPath, string.Create(CultureInfo.InvariantCulture, $"{victim.Id} 1"));

        await ServiceProcess.StopOrphanAsync(pidPath);

        Assert.False(victim.HasExited);
        Assert.False(File.Exists(pidPath));
        victim.Kill();
        await victim.WaitForExitAsync();
    }
}
