namespace Payshift.LocalHost.Startup;

/// <summary>The root folder of the repository that this host was built in.</summary>
internal static class RepositoryRoot
{
    private const string Mark = "Payshift.Functions.sln";

    /// <returns>Null if the host runs outside the repository, as in a container.</returns>
    public static string? Find(string start)
    {
        for (var folder = new DirectoryInfo(start); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, Mark)))
            {
                return folder.FullName;
            }
        }

        return null;
    }
}
