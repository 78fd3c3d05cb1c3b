using Payshift.Cli.Clients;
using Payshift.Cli.Invocation;
using Payshift.Cli.Selection;
using Payshift.Cli.Views;
using Payshift.Core.Operations.Batches;
using Payshift.Core.Storage.Batches;

namespace Payshift.Cli.Commands;

/// <summary><c>payshift batches</c>: what batches did.</summary>
internal static class BatchesCommand
{
    public static Command Create(CommandContext context, Option<OutputFormat> output)
    {
        var provider = CommonOptions.Provider("With a webhook of this provider.");
        var method = CommonOptions.Text("--method", "With a webhook of this payment method.");
        var outcome = CommonOptions.OneOf<BatchOutcome>("--outcome", "With a webhook that ended like this: processed, retried or failed.");
        var period = new PeriodOptions(context, "Began", "90 days");
        var pages = new PageOptions("batches");
        var target = new ClientOptions(context);
        var command = new Command("batches", "Lists what batches did, newest first.") { provider, method, outcome };
        period.AddTo(command);
        pages.AddTo(command);
        target.AddTo(command);
        command.SetAction(async (parsed, cancellationToken) =>
        {
            await using var payshift = target.Open(parsed);
            var selection = new BatchQuery(
                parsed.GetValue(provider), parsed.GetValue(method), CommonOptions.Read<BatchOutcome>(parsed.GetValue(outcome)), period.From(parsed), period.To(parsed));
            var page = await pages.ReadAsync(
                parsed, (continuation, limit) => payshift.ListBatchesAsync(selection, continuation, limit, cancellationToken), cancellationToken);
            BatchesView.Write(context.Output, page, parsed.GetValue(output));
            return ExitCodes.Success;
        });
        return command;
    }
}
