using System.Text.RegularExpressions;
using Microsoft.Extensions.Options;

namespace Payshift.Cli.Clients;

/// <summary>The explanation of wrong settings, without the names of classes.</summary>
internal static partial class SettingErrors
{
    /// <returns>Null for an exception that is nobody's setting.</returns>
    public static string? Explain(Exception exception) => exception switch
    {
        OptionsValidationException options => string.Join(' ', options.Failures.Select(Shorten)),
        AggregateException several when several.InnerExceptions.Select(Explain).ToList() is var all && !all.Contains(null) => string.Join(' ', all),
        InvalidOperationException { InnerException: FormatException or ArgumentException } binding => binding.Message,
        _ => null,
    };

    private static string Shorten(string failure) =>
        AnnotationFailure().Match(failure) is { Success: true } match ? match.Groups["message"].Value : failure;

    // Validation by data annotations wraps the message that names the setting in one that names our classes.
    [GeneratedRegex("^DataAnnotation validation failed for .* with the error: '(?<message>.*)'\\.$", RegexOptions.Singleline)]
    private static partial Regex AnnotationFailure();
}
