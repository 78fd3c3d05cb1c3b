using Microsoft.Playwright;

namespace Payshift.Tests.Dashboard.Browser;

/// <summary>axe-core, all of its rules that are not experimental, over a page as it stands.</summary>
internal static class Accessibility
{
    private static readonly Lazy<string> Axe = new(() => File.ReadAllText(
        Path.Combine(Repository.Root, "Payshift.Dashboard", "web", "node_modules", "axe-core", "axe.min.js")));

    /// <summary>Fails with every violation and the elements it is of.</summary>
    public static async Task AssertAccessibleAsync(this IPage page)
    {
        // Over the browser's own protocol, which the page's Content-Security-Policy does not concern.
        if (!await page.EvaluateAsync<bool>("() => 'axe' in window"))
        {
            await page.EvaluateAsync(Axe.Value);
        }

        var answer = await page.EvaluateAsync<JsonElement>("async () => (await axe.run(document, { resultTypes: ['violations'] })).violations");
        var violations = answer.EnumerateArray().Select(Describe).ToArray();
        Assert.True(violations.Length == 0, string.Join('\n', violations));
    }

    private static string Describe(JsonElement violation)
    {
        var nodes = violation.GetProperty("nodes").EnumerateArray().Take(5).Select(node =>
            $"\n  {node.GetProperty("html").GetString()}\n    {node.GetProperty("failureSummary").GetString()?.ReplaceLineEndings(" ")}");
        return $"{violation.GetProperty("id").GetString()}: {violation.GetProperty("help").GetString()}{string.Concat(nodes)}";
    }
}
