namespace Payshift.LocalHost.Startup;

/// <summary>The working copy that this host was built from, where there is one.</summary>
internal static class Checkout
{
    private const string Mark = "Payshift.Functions.sln";

    /// <returns>Its root folder; null where the host was installed elsewhere, as in a container.</returns>
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
