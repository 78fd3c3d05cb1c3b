using Payshift.LocalHost.Keys;
using Payshift.Tests.LocalHost.Support;

namespace Payshift.Tests.LocalHost.Keys;

public sealed class HostKeyFileTests
{
    [Fact]
    public void Makes_a_key_once_and_keeps_it_to_its_owner()
    {
        using var folder = new TestFolder();
        var path = folder.File("host.key");

        var first = HostKeyFile.ReadOrCreate(path);
        var second = HostKeyFile.ReadOrCreate(path);

        Assert.True(first.IsNew);
        Assert.Equal(43, first.Key.Length);
        Assert.Equal((first.Key, false), second);
        if (!OperatingSystem.IsWindows())
        {
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(path));
        }
    }
}
