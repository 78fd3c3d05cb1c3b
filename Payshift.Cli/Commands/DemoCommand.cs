using Payshift.Cli.Clients;
using Payshift.Cli.Demo;
using Payshift.Cli.Invocation;
using Payshift.Cli.Settings;
using Payshift.Samples;

namespace Payshift.Cli.Commands;

/// <summary><c>payshift demo</c>: sends signed webhooks of every provider to a host and follows them to their records.</summary>
internal static class DemoCommand
{
    public static Command Create(CommandContext context, Option<OutputFormat> output)
    {
        var url = CommonOptions.Url($"Where the host listens. {CommonOptions.UrlVariable} where absent, else http://127.0.0.1:7071.");
        var key = CommonOptions.Key();
        var settings = CommonOptions.Settings();
        var timeout = CommonOptions.Number("--timeout", "Seconds to wait for everything to be processed.", "seconds", absent: 60, least: 1);

        var command = new Command("demo", "Sends signed webhooks of every provider to a host and follows them until they are recorded as processed.")
        {
            url, key, settings, timeout,
        };
        command.SetAction((parsed, cancellationToken) => RunAsync(
            context,
            CommonOptions.Host(context, parsed.GetValue(url)),
            parsed.GetValue(key) ?? context.Environment.GetValueOrDefault(CommonOptions.KeyVariable),
            new ProviderSecrets(CommandSettings.Read(context, parsed.GetValue(settings))),
            TimeSpan.FromSeconds(parsed.GetValue(timeout)),
            parsed.GetValue(output),
            cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(
        CommandContext context, Uri url, string? key, ProviderSecrets secrets, TimeSpan timeout, OutputFormat output, CancellationToken cancellationToken)
    {
        if (string.IsNullOrWhiteSpace(key))
        {
            throw new CommandException(ExitCodes.Usage, "The host's key is missing. Give it with --key or in PAYSHIFT_KEY; a host started by ./dev run keeps it in .payshift/host.key.");
        }

        var catalog = new SampleCatalog(context.Time, context.Random);
        if (catalog.Demonstrated.Select(sample => sample.Provider).FirstOrDefault(provider => secrets.Find(provider) is null) is { } missing)
        {
            throw new CommandException(ExitCodes.Usage, $"{ProviderSecrets.Setting(missing)} is missing. Set it to the secret that the host has for {missing}.");
        }

        using var client = new HostClient(url, key, context.Time);
        var deliveries = DemoPlan.Make(catalog, secrets);
        var run = new DemoRun(client, context.Time, timeout);
        var result = output == OutputFormat.Json
            ? await run.RunAsync(deliveries, _ => { }, cancellationToken)
            : await DemoProgress.ShowAsync(context, deliveries, report => run.RunAsync(deliveries, report, cancellationToken));

        var findings = DemoFindings.Of(result);
        if (output == OutputFormat.Json)
        {
            context.Output.WriteRaw(OutputJson.Write(DemoAnswer.Of(result, findings)));
        }
        else
        {
            new DemoReport(result, findings, client).Write(context.Output);
        }

        return findings.Count == 0 ? ExitCodes.Success : ExitCodes.NotAsExpected;
    }
}
