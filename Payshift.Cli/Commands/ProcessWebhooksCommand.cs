using System.CommandLine;
using Payshift.Cli.Output;
using Payshift.Cli.Processing;
using Payshift.Cli.Targets;
using Payshift.Cli.Views;
using Spectre.Console;

namespace Payshift.Cli.Commands;

/// <summary><c>payshift process-webhooks</c>: works the queue off by hand, batch by batch.</summary>
internal static class ProcessWebhooksCommand
{
    public static Command Create(CommandContext context, Option<OutputFormat> output)
    {
        var batchSize = CommonOptions.Number("--batch-size", "Webhooks a batch.", "webhooks", absent: 20, least: 1, most: 1000);
        var continuous = new Option<bool>("--continuous") { Description = "Goes on until Ctrl-C: looks again when nothing waits." };
        var interval = CommonOptions.Number("--interval", "Seconds to wait before looking again.", "seconds", absent: 5, least: 1, most: 86_400);
        var cleanup = new Option<bool>("--cleanup") { Description = "Cleans the queue up instead of processing." };
        var stats = new Option<bool>("--stats") { Description = "Shows the queue's numbers instead of processing." };
        var target = new TargetOptions(context);
        var command = new Command("process-webhooks", "Works the queue off by hand, batch by batch.") { batchSize, continuous, interval, cleanup, stats };
        target.AddTo(command);
        command.Validators.Add(result =>
        {
            if (result.GetValue(continuous) && (result.GetValue(cleanup) || result.GetValue(stats)))
            {
                result.AddError("--continuous processes; --cleanup and --stats do something else instead. Call them apart.");
            }
        });
        command.SetAction(async (parsed, cancellationToken) =>
        {
            await using var payshift = target.Open(parsed);
            var format = parsed.GetValue(output);
            if (!parsed.GetValue(cleanup) && !parsed.GetValue(stats))
            {
                return await ProcessAsync(
                    context, payshift, format, parsed.GetValue(batchSize),
                    parsed.GetValue(continuous) ? TimeSpan.FromSeconds(parsed.GetValue(interval)) : null, cancellationToken);
            }

            if (parsed.GetValue(cleanup))
            {
                CleanupView.Write(context.Output, await payshift.CleanAsync(cancellationToken), format);
            }

            if (parsed.GetValue(stats))
            {
                StatsView.Write(context.Output, await payshift.GetStatsAsync(cancellationToken), format);
            }

            return ExitCodes.Success;
        });
        return command;
    }

    private static async Task<int> ProcessAsync(
        CommandContext context, IPayshiftTarget payshift, OutputFormat format, int batchSize, TimeSpan? interval, CancellationToken cancellationToken)
    {
        if (payshift.ProcessingNote is { } note)
        {
            await context.Error.WriteLineAsync($"payshift: {note}");
        }

        var summary = (format, context.IsLive) switch
        {
            (OutputFormat.Json, _) => await RunAsync(new JsonView(context)),
            (_, false) => await RunAsync(new TextView(context, status: null)),
            _ => await context.Output.Status().StartAsync(
                $"working on {Markup.Escape(payshift.Name)}",
                live => RunAsync(new TextView(context, text => live.Status = Markup.Escape(text)))),
        };
        return summary.End switch
        {
            ProcessingEnd.Empty => ExitCodes.Success,
            ProcessingEnd.Interrupted => ExitCodes.Interrupted,
            _ => ExitCodes.NotAsExpected,
        };

        async Task<ProcessingSummary> RunAsync(IProcessingView view)
        {
            var run = new ProcessingRun(payshift, view, context.Time, batchSize, interval);
            await using var said = cancellationToken.Register(() => context.Error.WriteLine(run.HasBatchAtHand
                ? "payshift: Ctrl-C: the batch at hand is finished first. Once more ends at once; its webhooks come back when their lease ends."
                : "payshift: Ctrl-C: no batch is at hand."));
            return await run.RunAsync(cancellationToken);
        }
    }
}
