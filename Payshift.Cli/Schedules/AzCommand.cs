using System.Text.RegularExpressions;
using Payshift.Cli.Invocation;

namespace Payshift.Cli.Schedules;

/// <summary>The one command of the Azure CLI that sets settings of a deployed app.</summary>
internal static partial class AzCommand
{
    /// <exception cref="CommandException">A name is none that Azure has.</exception>
    public static string Of(string app, string resourceGroup, IEnumerable<ScheduleReport> schedules)
    {
        if (!AppName().IsMatch(app))
        {
            throw new CommandException(ExitCodes.Usage, $"--app is the name of a function app: letters, digits and hyphens; not {app}.");
        }

        if (!ResourceGroupName().IsMatch(resourceGroup))
        {
            throw new CommandException(ExitCodes.Usage, $"--resource-group has letters, digits, and . _ - ( ); not {resourceGroup}.");
        }

        // Quoted as shells and PowerShell alike read it. Expressions hold nothing that means something inside the quotes.
        var settings = schedules.Select(schedule => $"\"{schedule.Setting}={schedule.Expression}\"");
        return $"az functionapp config appsettings set --name {app} --resource-group \"{resourceGroup}\" --settings {string.Join(' ', settings)}";
    }

    [GeneratedRegex(@"^[A-Za-z0-9][A-Za-z0-9-]{0,58}[A-Za-z0-9]\z")]
    private static partial Regex AppName();

    [GeneratedRegex(@"^[\p{L}\p{Nd}._()-]{0,89}[\p{L}\p{Nd}_()-]\z")]
    private static partial Regex ResourceGroupName();
}
