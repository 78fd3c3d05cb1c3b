namespace Payshift.Tests.Dashboard.Browser;

/// <summary>The browser of this machine: Playwright's own would be another download, from a place of its own.</summary>
internal static class Chromium
{
    /// <summary>A path that is taken instead of what is found.</summary>
    public const string Setting = "PAYSHIFT_CHROMIUM";

    // As scripts/setup.sh looks for it.
    private static readonly string[] Names = ["chromium-headless-shell", "chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];

    private static readonly string[] Applications =
    [
        "/Applications/Chromium.app/Contents/MacOS/Chromium",
        "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    ];

    /// <summary>What is not needed here, and what would speak to others than the host.</summary>
    public static readonly string[] Arguments =
    [
        "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
        "--disable-component-update", "--disable-sync", "--disable-dev-shm-usage",
    ];

    /// <exception cref="InvalidOperationException">There is none.</exception>
    public static string Find()
    {
        var chosen = Environment.GetEnvironmentVariable(Setting);
        return Candidates(chosen).FirstOrDefault(File.Exists) ?? throw new InvalidOperationException(string.IsNullOrEmpty(chosen)
            ? $"The tests of the dashboard need Chromium or Chrome, and there is none. ./dev test installs it where it can; otherwise install it, or set {Setting} to its path."
            : $"{Setting} is {chosen}, and there is no such file.");
    }

    private static IEnumerable<string> Candidates(string? chosen) => !string.IsNullOrEmpty(chosen)
        ? [chosen]
        : [
            .. from folder in (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
               from name in Names
               select Path.Combine(folder, name),
            .. Applications,
        ];
}
