using System.CommandLine.Completions;
using System.CommandLine.Parsing;
using System.Security.Cryptography;
using Payshift.Cli.Clients;
using Payshift.Cli.Invocation;
using Payshift.Cli.Sending;
using Payshift.Cli.Settings;
using Payshift.Samples;

namespace Payshift.Cli.Commands;

/// <summary><c>payshift send</c>: makes, signs and sends webhooks as a provider would.</summary>
internal static class SendCommand
{
    public static Command Create(CommandContext context, Option<OutputFormat> output)
    {
        var catalog = new SampleCatalog(context.Time, context.Random);
        var provider = new Argument<string?>("provider") { Description = "Who sends; --list shows all.", HelpName = "provider", Arity = ArgumentArity.ZeroOrOne };
        provider.CompletionSources.Add(completion => IsGiven(catalog, completion.ParseResult.GetValue(provider), completion.WordToComplete)
            ? []
            : catalog.ByName.Select(sample => new CompletionItem(sample.Name)));
        var type = new Argument<string?>("event") { Description = "What happened, in the provider's words; its usual event where absent.", HelpName = "event", Arity = ArgumentArity.ZeroOrOne };
        type.CompletionSources.Add(completion =>
            (catalog.Find(completion.ParseResult.GetValue(provider) ?? "")?.EventTypes ?? []).Select(name => new CompletionItem(name)));
        var list = new Option<bool>("--list") { Description = "Shows every provider and event." };
        var count = CommonOptions.Number("--count", "How many new events.", "events", absent: 1, least: 1, most: 1_000_000);
        var rate = new Option<double?>("--rate") { Description = "New events a second; as fast as they are answered where absent.", HelpName = "per second", CustomParser = ReadRate };
        var duplicate = new Option<bool>("--duplicate") { Description = "Sends each delivery twice." };
        var tamper = new Option<bool>("--tamper") { Description = "Changes each delivery after it was signed: the host must refuse it." };
        var reference = new Option<string?>("--reference") { Description = "The payment reference; a new one each where absent.", HelpName = "text" };
        var method = new Option<string?>("--method") { Description = "The payment method in the provider's words; card where absent.", HelpName = "text" };
        var unsuccessful = new Option<bool>("--unsuccessful") { Description = "The payment failed, for providers whose event does not say it." };
        var secret = new Option<string?>("--secret") { Description = "What to sign with; the host's own setting from the environment or local.settings.json where absent.", HelpName = "secret" };
        var url = CommonOptions.Url($"Where the host listens. {CommonOptions.UrlVariable} where absent, else http://127.0.0.1:7071.");
        var settings = CommonOptions.Settings();
        var command = new Command("send", "Makes, signs and sends webhooks as a provider would.")
        {
            provider, type, list, count, rate, duplicate, tamper, reference, method, unsuccessful, secret, url, settings,
        };
        command.SetAction((parsed, cancellationToken) =>
        {
            if (parsed.GetValue(list))
            {
                SampleList.Write(context.Output, catalog, parsed.GetValue(output));
                return Task.FromResult(ExitCodes.Success);
            }

            var host = CommonOptions.Host(context, parsed.GetValue(url));
            var sample = Sample(catalog, parsed.GetValue(provider), parsed.GetValue(type));
            var request = new ProviderSecrets(CommandSettings.Read(context, parsed.GetValue(settings))).Request(sample.Provider, parsed.GetValue(secret))
                ?? throw new CommandException(
                    ExitCodes.Usage, $"{ProviderSecrets.Setting(sample.Provider)} is missing. Set it to the secret that the host has for {sample.Provider}, or give that with --secret.");
            request = request with
            {
                EventType = parsed.GetValue(type),
                Reference = parsed.GetValue(reference),
                Method = parsed.GetValue(method),
                Succeeded = !parsed.GetValue(unsuccessful),
                NotificationUrl = request.NotificationUrl ?? new Uri(host, $"payment/webhooks/{sample.Provider}").ToString(),
            };
            var order = new SendOrder(sample, request, parsed.GetValue(count), parsed.GetValue(rate), parsed.GetValue(duplicate), parsed.GetValue(tamper));
            return RunAsync(context, host, order, parsed.GetValue(output), cancellationToken);
        });
        return command;
    }

    private static async Task<int> RunAsync(
        CommandContext context, Uri url, SendOrder order, OutputFormat output, CancellationToken cancellationToken)
    {
        using var client = new HostClient(url, key: null, context.Time);
        var run = new SendRun(client, order, context.Time);
        SendResult result;
        try
        {
            result = output == OutputFormat.Json
                ? await run.RunAsync(_ => { }, cancellationToken)
                : await SendProgress.ShowAsync(context, order.Count * (order.Duplicate ? 2 : 1), report => run.RunAsync(report, cancellationToken));
        }
        catch (Exception exception) when (exception is ArgumentException or FormatException or CryptographicException)
        {
            // The exception's own message can quote the secret.
            throw new CommandException(
                ExitCodes.Usage, $"{order.Sample.Provider} cannot sign with this secret: it has another form. docs/providers.md says which.");
        }

        if (output == OutputFormat.Json)
        {
            context.Output.WriteRaw(OutputJson.Write(result));
        }
        else
        {
            SendReport.Write(context.Output, result);
        }

        if (!result.IsComplete)
        {
            await context.Error.WriteLineAsync($"payshift: ended by Ctrl-C after {result.Sent} deliveries; those under way were finished.");
            return ExitCodes.Interrupted;
        }

        return result.NotAsExpected == 0 ? ExitCodes.Success : ExitCodes.NotAsExpected;
    }

    private static bool IsGiven(SampleCatalog catalog, string? provider, string word) => provider is not null && provider != word && catalog.Find(provider) is not null;

    private static SampleProvider Sample(SampleCatalog catalog, string? provider, string? type)
    {
        var names = string.Join(", ", catalog.ByName.Select(sample => sample.Name));
        if (provider is null)
        {
            throw new CommandException(ExitCodes.Usage, $"Say who sends: {names}.");
        }

        var sample = catalog.Find(provider) ?? throw new CommandException(ExitCodes.Usage, $"There is no provider {provider}. There is {names}.");
        return type is null || sample.EventTypes.Contains(type)
            ? sample
            : throw new CommandException(ExitCodes.Usage, $"{sample.Name} has no event {type}. There is {string.Join(", ", sample.EventTypes)}.");
    }

    private static double? ReadRate(ArgumentResult argument)
    {
        var text = argument.Tokens[0].Value;
        if (double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var rate) && rate is > 0 and <= 100_000)
        {
            return rate;
        }

        argument.AddError($"--rate is a number of events a second, more than 0, not {text}.");
        return null;
    }
}
