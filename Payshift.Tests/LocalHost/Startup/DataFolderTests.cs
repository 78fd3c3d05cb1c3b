using Payshift.LocalHost.Startup;
using Payshift.Tests.LocalHost.Support;

namespace Payshift.Tests.LocalHost.Startup;

public sealed class DataFolderTests
{
    [Fact]
    public void Two_hosts_never_share_one()
    {
        using var folder = new TestFolder();
        using var first = DataFolder.Open(folder.Path);

        var error = Assert.Throws<HostStartException>(() => DataFolder.Open(folder.Path));

        Assert.Contains($"process {Environment.ProcessId}", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', error.Message);
    }

    [Fact]
    public void Is_free_again_when_its_host_is_gone()
    {
        using var folder = new TestFolder();
        DataFolder.Open(folder.Path).Dispose();

        using var second = DataFolder.Open(folder.Path);

        Assert.Equal(folder.Path, second.Path);
    }
}
