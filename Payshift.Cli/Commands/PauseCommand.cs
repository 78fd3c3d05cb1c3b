using System.CommandLine.Completions;
using Payshift.Cli.Clients;
using Payshift.Cli.Invocation;
using Payshift.Cli.Views;
using Payshift.Samples;

namespace Payshift.Cli.Commands;

/// <summary><c>payshift pause</c> and <c>payshift resume</c>, of the whole queue or of one provider.</summary>
internal static class PauseCommand
{
    public static Command CreatePause(CommandContext context, Option<OutputFormat> output) =>
        Create(context, output, "pause", "Stops processing, of everything or of one provider, until it is resumed. Receiving goes on.", pausing: true);

    public static Command CreateResume(CommandContext context, Option<OutputFormat> output) =>
        Create(context, output, "resume", "Goes on processing what was paused.", pausing: false);

    private static Command Create(CommandContext context, Option<OutputFormat> output, string name, string description, bool pausing)
    {
        var provider = new Argument<string?>("provider") { Description = "One provider; the whole queue where absent.", HelpName = "provider", Arity = ArgumentArity.ZeroOrOne };
        provider.CompletionSources.Add(_ => SampleCatalog.ProviderNames.Select(known => new CompletionItem(known)));
        var target = new ClientOptions(context);
        var command = new Command(name, description) { provider };
        target.AddTo(command);
        command.SetAction(async (parsed, cancellationToken) =>
        {
            await using var payshift = target.Open(parsed);
            var what = parsed.GetValue(provider);
            var report = await (pausing ? payshift.PauseAsync(what, cancellationToken) : payshift.ResumeAsync(what, cancellationToken));
            PauseView.Write(context.Output, report, what, pausing, parsed.GetValue(output));
            return ExitCodes.Success;
        });
        return command;
    }
}
