using Payshift.LocalHost.Startup;

namespace Payshift.Tests.Infrastructure;

/// <summary>The checkout that the tests were built from.</summary>
internal static class Repository
{
    public static readonly string Root = FindRoot();

    /// <summary>The folder of provider material beside the checkout; null where there is none.</summary>
    public static string? SharedProviders
    {
        get
        {
            var folder = Path.Combine(Path.GetDirectoryName(Root)!, "shared", "providers");
            return Directory.Exists(folder) ? folder : null;
        }
    }

    private static string FindRoot() => RepositoryRoot.Find(AppContext.BaseDirectory)
        ?? throw new InvalidOperationException("The tests do not run inside a checkout of Payshift.");
}
