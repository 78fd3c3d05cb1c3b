using Payshift.Cli.Clients;
using Payshift.Cli.Invocation;
using Payshift.Cli.Selection;
using Payshift.Cli.Views;
using Payshift.Core.Operations.Analytics;

namespace Payshift.Cli.Commands;

/// <summary><c>payshift analytics</c>: what happened over time.</summary>
internal static class AnalyticsCommand
{
    public static Command Create(CommandContext context, Option<OutputFormat> output)
    {
        var period = new PeriodOptions(context, "Processed", "day");
        var by = CommonOptions.OneOf<AnalyticsStep>("--by", "minute, hour or day; hour where absent.");
        var provider = CommonOptions.Provider("Only this provider.");
        var method = CommonOptions.Text("--method", "Only this payment method.");
        var target = new ClientOptions(context);
        var command = new Command("analytics", "Shows what was received, processed and failed over time, and the change against the period before.") { by, provider, method };
        period.AddTo(command);
        target.AddTo(command);
        command.SetAction(async (parsed, cancellationToken) =>
        {
            await using var payshift = target.Open(parsed);
            var selection = new AnalyticsQuery(
                period.From(parsed),
                period.To(parsed),
                CommonOptions.Read<AnalyticsStep>(parsed.GetValue(by)) ?? AnalyticsStep.Hour,
                parsed.GetValue(provider),
                parsed.GetValue(method));
            AnalyticsView.Write(
                context.Output, await payshift.GetAnalyticsAsync(selection, cancellationToken), context.IsLive, parsed.GetValue(output));
            return ExitCodes.Success;
        });
        return command;
    }
}
