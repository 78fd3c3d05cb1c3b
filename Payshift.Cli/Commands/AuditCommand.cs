using Payshift.Cli.Clients;
using Payshift.Cli.Invocation;
using Payshift.Cli.Selection;
using Payshift.Cli.Views;

namespace Payshift.Cli.Commands;

/// <summary><c>payshift audit</c>: who did what by hand.</summary>
internal static class AuditCommand
{
    public static Command Create(CommandContext context, Option<OutputFormat> output)
    {
        var period = new PeriodOptions(context, "Done", "90 days");
        var pages = new PageOptions("entries");
        var target = new ClientOptions(context);
        var command = new Command("audit", "Lists who did what by hand, newest first.");
        period.AddTo(command);
        pages.AddTo(command);
        target.AddTo(command);
        command.SetAction(async (parsed, cancellationToken) =>
        {
            await using var payshift = target.Open(parsed);
            var (from, to) = (period.From(parsed), period.To(parsed));
            var page = await pages.ReadAsync(
                parsed, (continuation, limit) => payshift.ListAuditAsync(from, to, continuation, limit, cancellationToken), cancellationToken);
            AuditView.Write(context.Output, page, parsed.GetValue(output));
            return ExitCodes.Success;
        });
        return command;
    }
}
