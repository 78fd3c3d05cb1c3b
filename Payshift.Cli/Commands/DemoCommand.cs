using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using Payshift.Cli.Demo;
using Payshift.Cli.Hosts;
using Payshift.Cli.Sending;

namespace Payshift.Cli.Commands;

/// <summary><c>payshift demo</c>: sends signed webhooks of every provider to a host and follows them to their records.</summary>
internal static class DemoCommand
{
    public static Command Create(CommandContext context)
    {
        var url = new Option<Uri>("--url")
        {
            Description = "Where the host listens.",
            DefaultValueFactory = _ => new Uri("http://127.0.0.1:7071"),
            CustomParser = Url,
        };
        var key = new Option<string?>("--key") { Description = "The host's function key. PAYSHIFT_KEY where absent." };
        var timeout = new Option<int>("--timeout")
        {
            Description = "Seconds to wait for everything to be processed.",
            HelpName = "seconds",
            DefaultValueFactory = _ => 60,
            CustomParser = Seconds,
        };

        // For the picture in the README, which is made of a real run.
        var exportSvg = new Option<FileInfo?>("--export-svg") { Hidden = true };

        var command = new Command("demo", "Sends signed webhooks of every provider to a host and follows them until they are recorded as processed.")
        {
            url, key, timeout, exportSvg,
        };
        command.SetAction((parsed, cancellationToken) => RunAsync(
            context,
            parsed.GetRequiredValue(url),
            parsed.GetValue(key) ?? context.Environment("PAYSHIFT_KEY"),
            TimeSpan.FromSeconds(parsed.GetValue(timeout)),
            parsed.GetValue(exportSvg),
            cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(
        CommandContext context, Uri url, string? key, TimeSpan timeout, FileInfo? svg, CancellationToken cancellationToken)
    {
        if (string.IsNullOrWhiteSpace(key))
        {
            return await RefuseAsync(context, "the host's key is missing. Give it with --key or in PAYSHIFT_KEY; a host started by ./dev run keeps it in .payshift/host.key.");
        }

        var catalog = new SampleCatalog(context.Time, context.Random);
        var secrets = new ProviderSecrets(context.Environment);
        if (catalog.Demonstrated.Select(sample => sample.Provider).FirstOrDefault(provider => secrets.Find(provider) is null) is { } missing)
        {
            return await RefuseAsync(context, $"{ProviderSecrets.Setting(missing)} is missing. Set it to the secret that the host has for {missing}.");
        }

        using var client = new HostClient(url, key, context.Time);
        var deliveries = DemoPlan.Make(catalog, secrets);
        var run = new DemoRun(client, context.Time, timeout);
        var result = await DemoProgress.ShowAsync(context.Output, deliveries, report => run.RunAsync(deliveries, report, cancellationToken));

        var findings = DemoFindings.Of(result);
        var report = new DemoReport(result, findings, client);
        report.Write(context.Output);
        if (svg is not null)
        {
            await File.WriteAllTextAsync(svg.FullName, SvgPicture.Of(report.Write), cancellationToken);
        }

        return findings.Count == 0 ? ExitCodes.Success : ExitCodes.NotAsExpected;
    }

    private static async Task<int> RefuseAsync(CommandContext context, string message)
    {
        await context.Error.WriteLineAsync($"payshift: {message}");
        return ExitCodes.Usage;
    }

    private static Uri? Url(ArgumentResult argument)
    {
        if (Uri.TryCreate(argument.Tokens[0].Value, UriKind.Absolute, out var url) && url.Scheme is "http" or "https")
        {
            return url;
        }

        argument.AddError($"--url is an address such as http://127.0.0.1:7071, not {argument.Tokens[0].Value}.");
        return null;
    }

    private static int Seconds(ArgumentResult argument)
    {
        if (int.TryParse(argument.Tokens[0].Value, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) && seconds > 0)
        {
            return seconds;
        }

        argument.AddError($"--timeout is a number of seconds, at least 1, not {argument.Tokens[0].Value}.");
        return default;
    }
}
