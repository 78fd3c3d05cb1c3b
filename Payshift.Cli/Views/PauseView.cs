using Payshift.Core.Operations;
using Payshift.Core.Queue;

namespace Payshift.Cli.Views;

/// <summary>The display of a pause or a resume, and of what is paused now.</summary>
internal static class PauseView
{
    private static readonly Style Noted = new(Color.Yellow);

    /// <param name="what">A provider, or null for the whole queue.</param>
    public static void Write(IAnsiConsole console, PauseResponse report, string? what, bool pausing, OutputFormat format)
    {
        if (format == OutputFormat.Json)
        {
            console.WriteRaw(OutputJson.Write(report));
            return;
        }

        var name = what ?? "the queue";
        console.WriteLine((report.Changed, pausing) switch
        {
            (true, true) => $"{name} is paused; receiving goes on",
            (false, true) => $"{name} was paused already",
            (true, false) => $"{name} goes on",
            (false, false) => $"{name} was not paused",
        });
        WritePaused(console, report.Paused);
    }

    public static void WritePaused(IAnsiConsole console, PauseState paused)
    {
        if (paused.QueueSince is { } since)
        {
            console.WriteLine($"paused: the whole queue since {Times.Text(since)}", Noted);
        }

        foreach (var (provider, from) in paused.ProvidersSince.OrderBy(item => item.Key, StringComparer.Ordinal))
        {
            console.WriteLine($"paused: {provider} since {Times.Text(from)}", Noted);
        }
    }
}
