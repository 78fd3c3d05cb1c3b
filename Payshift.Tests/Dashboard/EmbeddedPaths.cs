using Payshift.Dashboard;

namespace Payshift.Tests.Dashboard;

/// <summary>The paths of all files that the dashboard's assembly embeds, as below the page's route.</summary>
internal static class EmbeddedPaths
{
    private const string Prefix = "page/";

    public static IReadOnlyList<string> All { get; } =
    [
        .. from name in typeof(DashboardAssets).Assembly.GetManifestResourceNames()
           where name.StartsWith(Prefix, StringComparison.Ordinal)
           select name[Prefix.Length..],
    ];
}
