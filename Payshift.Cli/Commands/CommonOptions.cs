using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using Payshift.Cli.Output;

namespace Payshift.Cli.Commands;

/// <summary>Options that commands have in common, and how numbers and addresses are read.</summary>
internal static class CommonOptions
{
    public const string UrlVariable = "PAYSHIFT_URL";
    public const string KeyVariable = "PAYSHIFT_KEY";

    private static readonly Uri LocalHost = new("http://127.0.0.1:7071");

    public static Option<OutputFormat> Output() => new("--output")
    {
        Description = "What to write to standard output; text where absent.",
        HelpName = "text|json",
        Recursive = true,
    };

    public static Option<Uri?> Url(string description) => new("--url") { Description = description, HelpName = "url", CustomParser = ReadUrl };

    public static Option<string?> Key() => new("--key") { Description = $"The host's function key. {KeyVariable} where absent.", HelpName = "key" };

    public static Option<FileInfo?> Settings() => new("--settings")
    {
        Description = "The local.settings.json to read; the nearest one in this folder or above where absent.",
        HelpName = "file",
    };

    /// <summary>A host that is spoken to; this machine's where none is named.</summary>
    /// <exception cref="CommandException">The variable holds no address.</exception>
    public static Uri Host(CommandContext context, Uri? option) => option ?? FromVariable(context) ?? LocalHost;

    /// <exception cref="CommandException">The variable holds no address.</exception>
    public static Uri? FromVariable(CommandContext context) => context.Environment.GetValueOrDefault(UrlVariable) switch
    {
        null or "" => null,
        { } text => TryUrl(text) ?? throw new CommandException(ExitCodes.Usage, $"{UrlVariable} is an address such as http://127.0.0.1:7071, not {text}."),
    };

    /// <param name="unit">For example <c>seconds</c>.</param>
    public static Option<int> Number(string name, string description, string unit, int absent, int least, int most = int.MaxValue) => new(name)
    {
        Description = description,
        HelpName = unit,
        DefaultValueFactory = _ => absent,
        CustomParser = argument => ReadNumber(argument, name, unit, least, most),
    };

    private static int ReadNumber(ArgumentResult argument, string name, string unit, int least, int most)
    {
        var text = argument.Tokens[0].Value;
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most)
        {
            return number;
        }

        argument.AddError(most == int.MaxValue
            ? $"{name} is a number of {unit}, at least {least}, not {text}."
            : $"{name} is a number of {unit} between {least} and {most}, not {text}.");
        return default;
    }

    private static Uri? ReadUrl(ArgumentResult argument)
    {
        var text = argument.Tokens[0].Value;
        if (TryUrl(text) is not { } url)
        {
            argument.AddError($"--url is an address such as http://127.0.0.1:7071, not {text}.");
            return null;
        }

        return url;
    }

    private static Uri? TryUrl(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var url) && url.Scheme is "http" or "https" ? url : null;
}
