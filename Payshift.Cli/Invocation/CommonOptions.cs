using System.CommandLine.Completions;
using System.CommandLine.Parsing;
using Payshift.Samples;

namespace Payshift.Cli.Invocation;

/// <summary>The options that commands have in common, and the reading of numbers and addresses.</summary>
internal static class CommonOptions
{
    public const string UrlVariable = "PAYSHIFT_URL";
    public const string KeyVariable = "PAYSHIFT_KEY";

    private const int MaxAgo = 10_000;

    private static readonly string[] TimeFormats =
    [
        "yyyy-MM-dd", "yyyy-MM-dd'T'HH:mmK", "yyyy-MM-dd'T'HH:mm:ssK", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK", "yyyy-MM-dd' 'HH:mmK", "yyyy-MM-dd' 'HH:mm:ssK",
    ];

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

    public static Option<string?> Text(string name, string description) => new(name) { Description = description, HelpName = name.TrimStart('-') };

    public static Option<string?> Provider(string description)
    {
        var option = Text("--provider", description);
        option.CompletionSources.Add(_ => SampleCatalog.ProviderNames.Select(known => new CompletionItem(known)));
        return option;
    }

    /// <summary>One of an enum's names, as <see cref="Read"/> reads them.</summary>
    public static Option<string?> OneOf<TEnum>(string name, string description)
        where TEnum : struct, Enum
    {
        var option = Text(name, description);
        option.AcceptOnlyFromAmong([.. Enum.GetNames<TEnum>().Select(known => known.ToLowerInvariant())]);
        return option;
    }

    public static TEnum? Read<TEnum>(string? text)
        where TEnum : struct, Enum => text is null ? null : Enum.Parse<TEnum>(text, ignoreCase: true);

    /// <param name="unit">For example <c>seconds</c>.</param>
    public static Option<int> Number(string name, string description, string unit, int absent, int least, int most = int.MaxValue) => new(name)
    {
        Description = description,
        HelpName = unit,
        DefaultValueFactory = _ => absent,
        CustomParser = argument => ReadNumber(argument, name, unit, least, most),
    };

    /// <summary>Whether an option stands in the command line.</summary>
    public static bool IsGiven(CommandResult result, Option option) => result.GetResult(option) is { Implicit: false };

    /// <summary>A point in time, or how long ago.</summary>
    public static Option<DateTimeOffset?> Time(CommandContext context, string name, string description) => new(name)
    {
        Description = description,
        HelpName = "time",
        CustomParser = argument => ReadTime(argument, name, context.Time.GetUtcNow()),
    };

    private static DateTimeOffset? ReadTime(ArgumentResult argument, string name, DateTimeOffset now)
    {
        var text = argument.Tokens[0].Value;
        if (DateTimeOffset.TryParseExact(text, TimeFormats, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var time))
        {
            return time;
        }

        if (int.TryParse(text[..^1], NumberStyles.None, CultureInfo.InvariantCulture, out var count) && count <= MaxAgo)
        {
            switch (text[^1])
            {
                case 'm':
                    return now.AddMinutes(-count);
                case 'h':
                    return now.AddHours(-count);
                case 'd':
                    return now.AddDays(-count);
            }
        }

        argument.AddError($"{name} is a time in UTC such as 2026-01-31 or 2026-01-31T09:30:00Z, or 30m, 2h or 7d ago, not {text}.");
        return null;
    }

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
