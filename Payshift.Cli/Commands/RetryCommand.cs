using Payshift.Cli.Clients;
using Payshift.Cli.Invocation;
using Payshift.Cli.Retrying;
using Payshift.Cli.Selection;
using Payshift.Cli.Views;

namespace Payshift.Cli.Commands;

/// <summary><c>payshift retry</c>: retries failures by hand, by their ids or all that match.</summary>
internal static class RetryCommand
{
    private const string Left = "What is not listed was left as it is: the same call goes on there.";

    public static Command Create(CommandContext context, Option<OutputFormat> output)
    {
        var ids = new Argument<string[]>("id") { Description = "Failures as payshift failures lists them.", HelpName = "id", Arity = ArgumentArity.ZeroOrMore };
        var filters = new FailureOptions(context);
        var all = new Option<bool>("--all") { Description = "Every open failure of the last 90 days, where no filter is given." };
        var limit = CommonOptions.Number("--limit", "How many at the most, newest receipt first; all that match where absent.", "failures", absent: int.MaxValue, least: 1);
        var dryRun = new Option<bool>("--dry-run") { Description = "Counts what would be retried, and changes nothing." };
        var yes = new Option<bool>("--yes", "-y") { Description = "Does not ask, for scripts." };
        var target = new ClientOptions(context);
        var command = new Command("retry", "Retries permanent failures by hand: by their ids, or all that match.") { ids, all, limit, dryRun, yes };
        filters.AddTo(command);
        target.AddTo(command);
        command.Validators.Add(result =>
        {
            var named = result.GetValue(ids) is { Length: > 0 };
            if (named && (filters.IsGiven(result) || result.GetValue(all) || result.GetValue(dryRun) || CommonOptions.IsGiven(result, limit)))
            {
                result.AddError("Ids mean just these failures; filters, --all, --limit and --dry-run are for all that match.");
            }
            else if (!named && !filters.Names(result) && !result.GetValue(all))
            {
                result.AddError("Say which failures are meant: their ids, a filter such as --provider or --reason, or --all.");
            }
        });
        command.SetAction(async (parsed, cancellationToken) =>
        {
            await using var payshift = target.Open(parsed);
            var format = parsed.GetValue(output);
            if (parsed.GetValue(ids) is { Length: > 0 } named)
            {
                return await RetryAsync(context, payshift, format, (run, token) => run.RunAsync(named.Distinct(), token), cancellationToken);
            }

            var (selection, most) = (filters.Read(parsed), parsed.GetValue(limit));
            if (parsed.GetValue(dryRun) || !parsed.GetValue(yes))
            {
                if (!parsed.GetValue(dryRun) && !(context.CanAsk && format == OutputFormat.Text))
                {
                    throw new CommandException(ExitCodes.Usage, "Nobody is there to be asked whether all that match are to be retried: give --yes, or --dry-run to count them.");
                }

                var count = await RetryRun.CountAsync(payshift, selection, most, cancellationToken);
                if (parsed.GetValue(dryRun) || count.Matched == 0)
                {
                    Write(context, count with { DryRun = parsed.GetValue(dryRun), Matched = Math.Min(count.Matched, most) }, format);
                    return ExitCodes.Success;
                }

                if (!await AskAsync(context, count.Matched, most, cancellationToken))
                {
                    context.Output.WriteLine("nothing was retried");
                    return ExitCodes.NotAsExpected;
                }
            }

            return await RetryAsync(context, payshift, format, (run, token) => run.RunAsync(selection, most, token), cancellationToken);
        });
        return command;
    }

    private static async Task<bool> AskAsync(CommandContext context, int matched, int limit, CancellationToken cancellationToken)
    {
        var meant = limit < matched ? string.Create(CultureInfo.InvariantCulture, $"the newest {limit}") : matched == 1 ? "it" : "them all";
        try
        {
            return await context.Output.PromptAsync(
                new ConfirmationPrompt($"{RetryView.Failures(matched)} can be retried. Retry {meant}?") { DefaultValue = false }, cancellationToken);
        }
        catch (OperationCanceledException)
        {
            // Ctrl-C leaves the cursor behind the question.
            context.Output.WriteLine();
            throw;
        }
    }

    private static async Task<int> RetryAsync(
        CommandContext context,
        IPayshiftClient payshift,
        OutputFormat format,
        Func<RetryRun, CancellationToken, Task<RetrySummary>> retry,
        CancellationToken cancellationToken)
    {
        await using var said = cancellationToken.Register(() =>
            context.Error.WriteLine("payshift: Ctrl-C: what is at hand is finished first. Once more ends at once; nothing is retried twice."));
        var run = new RetryRun(payshift, item =>
        {
            if (format == OutputFormat.Text)
            {
                RetryView.WriteItem(context.Output, item);
            }
        });
        var summary = await retry(run, cancellationToken);
        Write(context, summary, format);
        return Code(context, summary, cancellationToken);
    }

    /// <summary>What a summary means for the command as a whole.</summary>
    /// <exception cref="CommandException">It ended early.</exception>
    public static int Code(CommandContext context, RetrySummary summary, CancellationToken cancellationToken)
    {
        if (summary.Problem is { } problem)
        {
            throw new CommandException(problem.ExitCode, $"{problem.Message} {Left}");
        }

        if (!summary.IsComplete && cancellationToken.IsCancellationRequested)
        {
            context.Error.WriteLine($"payshift: ended by Ctrl-C. {Left}");
            return ExitCodes.Interrupted;
        }

        return summary.HasLost ? ExitCodes.NotAsExpected : ExitCodes.Success;
    }

    private static void Write(CommandContext context, RetrySummary summary, OutputFormat format)
    {
        if (format == OutputFormat.Json)
        {
            context.Output.WriteRaw(OutputJson.Write(summary));
            return;
        }

        RetryView.WriteSums(context.Output, summary);
    }
}
