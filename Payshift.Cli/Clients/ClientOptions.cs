using Payshift.Cli.Invocation;
using Payshift.Cli.Settings;

namespace Payshift.Cli.Clients;

/// <summary>The options that say which Payshift is meant.</summary>
internal sealed class ClientOptions(CommandContext context)
{
    private readonly Option<Uri?> _url = CommonOptions.Url(
        $"A host to work with. {CommonOptions.UrlVariable} where absent; without both, Redis and Table Storage by the settings.");

    private readonly Option<string?> _key = CommonOptions.Key();
    private readonly Option<FileInfo?> _settings = CommonOptions.Settings();

    public void AddTo(Command command)
    {
        command.Add(_url);
        command.Add(_key);
        command.Add(_settings);
    }

    /// <exception cref="CommandException">Nothing says which, or a setting is wrong.</exception>
    public IPayshiftClient Open(ParseResult parsed)
    {
        if ((parsed.GetValue(_url) ?? CommonOptions.FromVariable(context)) is { } url)
        {
            return (parsed.GetValue(_key) ?? context.Environment.GetValueOrDefault(CommonOptions.KeyVariable)) is { Length: > 0 } key
                ? new HttpPayshiftClient(new HostClient(url, key, context.Time))
                : throw new CommandException(ExitCodes.Usage, $"The host's key is missing. Give it with --key or in {CommonOptions.KeyVariable}.");
        }

        var settings = CommandSettings.Read(context, parsed.GetValue(_settings));
        return string.IsNullOrWhiteSpace(settings["Payshift:Redis:ConnectionString"])
            ? throw new CommandException(
                ExitCodes.Usage,
                $"Say which Payshift is meant: a host with --url (or {CommonOptions.UrlVariable}), or its Redis and tables by Payshift__Redis__ConnectionString and Payshift__Tables__ConnectionString in the environment or in local.settings.json.")
            : DirectPayshiftClient.Open(settings, context);
    }
}
