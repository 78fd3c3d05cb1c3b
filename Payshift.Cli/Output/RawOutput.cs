namespace Payshift.Cli.Output;

/// <summary>Output for programs: never wrapped to the width of a terminal, never in colour.</summary>
internal static class RawOutput
{
    public static void WriteRaw(this IAnsiConsole console, string text)
    {
        var writer = console.Profile.Out.Writer;
        writer.WriteLine(text);
        writer.Flush();
    }
}
