using System.Text.RegularExpressions;
using Payshift.LocalHost.Functions;
using Payshift.LocalHost.Startup;

namespace Payshift.LocalHost.Timers;

/// <summary>The lookup of a timer's schedule, in the setting that it refers to.</summary>
internal static partial class ScheduleResolver
{
    public static TimerSchedule Resolve(TimerFunction function, IConfiguration configuration)
    {
        var reference = SettingReference().Match(function.Schedule);
        if (!reference.Success)
        {
            return TimerSchedule.TryParse(function.Schedule)
                ?? throw new HostStartException($"The schedule of {function.Name} is no cron expression: {function.Schedule}");
        }

        var setting = reference.Groups["name"].Value;
        if (configuration[setting] is not { Length: > 0 } expression)
        {
            throw new HostStartException($"{setting} is missing. Set it to a cron expression such as 0 */5 * * * *; {function.Name} runs by it.");
        }

        return TimerSchedule.TryParse(expression)
            ?? throw new HostStartException($"{setting} is no cron expression: {expression}. Set it to one with five or six fields, such as 0 */5 * * * *.");
    }

    [GeneratedRegex("^%(?<name>[^%]+)%$")]
    private static partial Regex SettingReference();
}
