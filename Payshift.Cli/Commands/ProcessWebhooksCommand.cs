using Payshift.Cli.Clients;
using Payshift.Cli.Invocation;
using Payshift.Cli.Processing;
using Payshift.Cli.Retrying;
using Payshift.Cli.Views;
using Payshift.Core.Operations.Failures;

namespace Payshift.Cli.Commands;

/// <summary><c>payshift process-webhooks</c>: works the queue off by hand, batch by batch.</summary>
internal static class ProcessWebhooksCommand
{
    public static Command Create(CommandContext context, Option<OutputFormat> output)
    {
        var batchSize = CommonOptions.Number("--batch-size", "Webhooks a batch.", "webhooks", absent: 20, least: 1, most: 1000);
        var continuous = new Option<bool>("--continuous") { Description = "Goes on until Ctrl-C: looks again when nothing waits." };
        var interval = CommonOptions.Number("--interval", "Seconds to wait before looking again.", "seconds", absent: 5, least: 1, most: 86_400);
        var cleanup = new Option<bool>("--cleanup") { Description = "Cleans the queue up first; alone it does nothing else." };
        var retryFailed = new Option<bool>("--retry-failed") { Description = "Puts every open failure of the last 90 days back first, each once, and then processes." };
        var stats = new Option<bool>("--stats") { Description = "Shows the queue's numbers at the end; alone it does nothing else." };
        var withoutHandler = new Option<bool>("--without-handler") { Description = "Processes directly also where the host has a batch handler, which is not called." };
        var target = new ClientOptions(context);
        var command = new Command("process-webhooks", "Works the queue off by hand, batch by batch.") { batchSize, continuous, interval, cleanup, retryFailed, stats, withoutHandler };
        target.AddTo(command);
        command.SetAction(async (parsed, cancellationToken) =>
        {
            await using var payshift = target.Open(parsed);
            var format = parsed.GetValue(output);
            var processes = parsed.GetValue(retryFailed) || parsed.GetValue(continuous) || CommonOptions.IsGiven(parsed.CommandResult, batchSize)
                || !(parsed.GetValue(cleanup) || parsed.GetValue(stats));
            if (processes && await payshift.AskToProcessAsync(parsed.GetValue(withoutHandler)) is { } note)
            {
                await context.Error.WriteLineAsync($"payshift: {note}");
            }

            if (parsed.GetValue(cleanup))
            {
                CleanupView.Write(context.Output, await payshift.CleanAsync(cancellationToken), format);
            }

            var code = parsed.GetValue(retryFailed) ? await RetryAsync(context, payshift, format, cancellationToken) : ExitCodes.Success;
            if (processes && !cancellationToken.IsCancellationRequested)
            {
                var processed = await ProcessAsync(
                    context, payshift, format, parsed.GetValue(batchSize),
                    parsed.GetValue(continuous) ? TimeSpan.FromSeconds(parsed.GetValue(interval)) : null, cancellationToken);
                code = processed == ExitCodes.Success ? code : processed;
            }

            if (parsed.GetValue(stats))
            {
                await WriteStatsAsync(context, payshift, format);
            }

            return code;
        });
        return command;
    }

    private static async Task<int> RetryAsync(CommandContext context, IPayshiftClient payshift, OutputFormat format, CancellationToken cancellationToken)
    {
        await using var said = cancellationToken.Register(() => context.Error.WriteLine("payshift: Ctrl-C: the retries at hand are finished first."));
        var summary = await new RetryRun(payshift, _ => { }).RunAsync(new FailureQuery(), int.MaxValue, cancellationToken);
        if (format == OutputFormat.Json)
        {
            context.Output.WriteRaw(OutputJson.WriteLine(summary));
        }
        else
        {
            RetryView.WriteSums(context.Output, summary);
        }

        return RetryCommand.Code(context, summary, cancellationToken);
    }

    /// <summary>After Ctrl-C too: how things stand is what one wants to know then.</summary>
    private static async Task WriteStatsAsync(CommandContext context, IPayshiftClient payshift, OutputFormat format)
    {
        var stats = await payshift.GetStatsAsync(CancellationToken.None);
        if (format == OutputFormat.Json)
        {
            context.Output.WriteRaw(OutputJson.WriteLine(stats));
            return;
        }

        StatsView.Write(context.Output, stats, format);
    }

    private static async Task<int> ProcessAsync(
        CommandContext context, IPayshiftClient payshift, OutputFormat format, int batchSize, TimeSpan? interval, CancellationToken cancellationToken)
    {
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
            return await payshift.AuditAsync(batchSize, () => run.RunAsync(cancellationToken));
        }
    }
}
