using Payshift.Cli.Clients;
using Payshift.Cli.Invocation;
using Payshift.Cli.Selection;
using Payshift.Cli.Views;

namespace Payshift.Cli.Commands;

/// <summary><c>payshift failures [ID]</c>: permanent failures, or one of them.</summary>
internal static class FailuresCommand
{
    public static Command Create(CommandContext context, Option<OutputFormat> output)
    {
        var id = new Argument<string?>("id") { Description = "One failure, with the errors of its attempts and its payload; a list where absent.", HelpName = "id", Arity = ArgumentArity.ZeroOrOne };
        var filters = new FailureOptions(context);
        var pages = new PageOptions("failures");
        var target = new ClientOptions(context);
        var command = new Command("failures", "Lists permanent failures, newest receipt first, or shows one of them.") { id };
        filters.AddTo(command);
        pages.AddTo(command);
        target.AddTo(command);
        command.Validators.Add(result =>
        {
            if (result.GetValue(id) is not null && (filters.IsGiven(result) || pages.IsGiven(result)))
            {
                result.AddError("An id means one failure; filters, --limit, --all and --continuation are for the list.");
            }
        });
        command.SetAction(async (parsed, cancellationToken) =>
        {
            await using var payshift = target.Open(parsed);
            if (parsed.GetValue(id) is { } one)
            {
                FailureView.Write(
                    context.Output,
                    await payshift.FindFailureAsync(one, cancellationToken) ?? throw new CommandException(
                        ExitCodes.NotAsExpected, $"No failure has the id {PlainText.Line(one)}. One whose webhook was processed after all is no longer kept."),
                    parsed.GetValue(output));
                return ExitCodes.Success;
            }

            var selection = filters.Read(parsed);
            var page = await pages.ReadAsync(
                parsed, (continuation, limit) => payshift.ListFailuresAsync(selection, continuation, limit, cancellationToken), cancellationToken);
            FailuresView.Write(context.Output, page, parsed.GetValue(output));
            return ExitCodes.Success;
        });
        return command;
    }
}
