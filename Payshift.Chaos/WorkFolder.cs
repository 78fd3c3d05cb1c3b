using System.Globalization;
using Payshift.LocalHost.Startup;

namespace Payshift.Chaos;

/// <summary>Where a run keeps its data and its logs. It is removed when all is well, and stays otherwise.</summary>
internal sealed class WorkFolder(string path)
{
    public string Path { get; } = Directory.CreateDirectory(path).FullName;

    public static WorkFolder Create(int seed)
    {
        var state = System.IO.Path.Combine(RepositoryRoot.Find(AppContext.BaseDirectory) ?? Environment.CurrentDirectory, ".payshift");
        return new WorkFolder(System.IO.Path.Combine(
            state, "chaos", string.Create(CultureInfo.InvariantCulture, $"{DateTime.UtcNow:yyyyMMdd-HHmmss}-{seed}")));
    }

    public void Remove() => Directory.Delete(Path, recursive: true);
}
