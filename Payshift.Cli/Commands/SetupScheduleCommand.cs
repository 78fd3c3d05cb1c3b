using Payshift.Cli.Invocation;
using Payshift.Cli.Schedules;
using Payshift.Cli.Settings;
using Payshift.Cli.Views;

namespace Payshift.Cli.Commands;

/// <summary><c>payshift setup-webhook-schedule</c>: checks and sets when the timers run.</summary>
internal static class SetupScheduleCommand
{
    private const string ProcessSetting = "ProcessSchedule";
    private const string CleanupSetting = "CleanupSchedule";

    public static Command Create(CommandContext context, Option<OutputFormat> output)
    {
        var process = new Option<string?>("--process") { Description = "When batches are processed: six fields, seconds first, in UTC. As it is set where absent, else every minute.", HelpName = "cron" };
        var cleanup = new Option<string?>("--cleanup") { Description = "When the queue is cleaned up. As it is set where absent, else every ten minutes.", HelpName = "cron" };
        var app = new Option<string?>("--app") { Description = "A deployed function app: prints the az command that sets it, and writes no file.", HelpName = "name" };
        var group = new Option<string?>("--resource-group") { Description = "The resource group of the app.", HelpName = "name" };
        var settings = CommonOptions.Settings();
        settings.Description = "The local.settings.json to write; the nearest one in this folder or above where absent, else a new one here.";
        var command = new Command("setup-webhook-schedule", "Checks when the timers run, shows their next runs, and sets it.") { process, cleanup, app, group, settings };
        command.Validators.Add(result =>
        {
            if (result.GetValue(app) is null != result.GetValue(group) is null)
            {
                result.AddError("--app and --resource-group belong together.");
            }
        });
        command.SetAction(parsed =>
        {
            var path = parsed.GetValue(settings)?.FullName ?? LocalSettingsFile.Find(context.Folder) ?? Path.Combine(context.Folder, LocalSettingsFile.Name);
            var current = File.Exists(path) ? LocalSettingsFile.Read(path).DistinctBy(value => value.Key).ToDictionary() : [];
            var now = context.Time.GetUtcNow();
            ScheduleReport[] schedules =
            [
                Read("--process", ProcessSetting, parsed.GetValue(process) ?? current.GetValueOrDefault(ProcessSetting) ?? "0 */1 * * * *", now),
                Read("--cleanup", CleanupSetting, parsed.GetValue(cleanup) ?? current.GetValueOrDefault(CleanupSetting) ?? "0 */10 * * * *", now),
            ];
            var az = parsed.GetValue(app) is { } name ? AzCommand.Of(name, parsed.GetValue(group)!, schedules) : null;
            if (az is null)
            {
                LocalSettingsEdit.Write(path, schedules.Select(schedule => KeyValuePair.Create(schedule.Setting, schedule.Expression)));
                foreach (var schedule in schedules.Where(schedule => context.Environment.GetValueOrDefault(schedule.Setting) is { Length: > 0 } set && set != schedule.Expression))
                {
                    context.Error.WriteLine($"payshift: the environment variable {schedule.Setting} is set and wins over the file.");
                }
            }

            ScheduleView.Write(context.Output, schedules, az, az is null ? path : null, parsed.GetValue(output));
            return ExitCodes.Success;
        });
        return command;
    }

    private static ScheduleReport Read(string option, string setting, string expression, DateTimeOffset now) => Schedule.Read(expression, now) switch
    {
        ({ } schedule, _) => ScheduleReport.Of(setting, schedule, now),
        var (_, problem) => throw new CommandException(
            ExitCodes.Usage, $"{option} ({setting}) is no schedule: {expression}: {problem}. An example is 0 */5 * * * *, every five minutes."),
    };
}
