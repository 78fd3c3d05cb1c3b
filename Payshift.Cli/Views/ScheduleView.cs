using Payshift.Cli.Schedules;

namespace Payshift.Cli.Views;

/// <summary>The schedules, their next runs, and where they were set or how they are to be.</summary>
internal static class ScheduleView
{
    private static readonly Style Strong = new(decoration: Decoration.Bold);

    /// <param name="az">The command that sets them; null where a file was written.</param>
    public static void Write(IAnsiConsole console, IReadOnlyList<ScheduleReport> schedules, string? az, string? file, OutputFormat format)
    {
        if (format == OutputFormat.Json)
        {
            console.WriteRaw(OutputJson.Write(new { Schedules = schedules, Command = az, File = file }));
            return;
        }

        foreach (var schedule in schedules)
        {
            console.WriteLine($"{schedule.Setting}  {schedule.Expression}", Strong);
            foreach (var run in schedule.NextRuns)
            {
                console.WriteLine($"  {Times.Text(run)}");
            }
        }

        // Raw, because wrapped it could not be copied.
        console.WriteRaw(az ?? $"written to {file}");
    }
}
