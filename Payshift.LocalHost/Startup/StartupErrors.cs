using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Connections;
using Microsoft.Extensions.Options;

namespace Payshift.LocalHost.Startup;

/// <summary>The reasons why a host did not start, a line each.</summary>
internal static partial class StartupErrors
{
    /// <returns>Null for an exception that no setting causes; its stack trace is needed.</returns>
    public static IReadOnlyList<string>? Explain(Exception exception) => exception switch
    {
        HostStartException start => [start.Message],
        OptionsValidationException options => [.. options.Failures.Select(Shorten)],
        AggregateException several => ExplainAll(several),
        IOException { InnerException: AddressInUseException } inUse => [$"{inUse.Message.TrimEnd('.')}. Choose another with --urls."],
        _ => null,
    };

    private static List<string>? ExplainAll(AggregateException several)
    {
        var explained = several.InnerExceptions.Select(Explain).ToList();
        return explained.Contains(null) ? null : [.. explained.SelectMany(lines => lines!)];
    }

    private static string Shorten(string failure) =>
        AnnotationFailure().Match(failure) is { Success: true } match ? match.Groups["message"].Value : failure;

    // Validation by data annotations wraps the message that names the setting in one that names options classes.
    [GeneratedRegex("^DataAnnotation validation failed for .* with the error: '(?<message>.*)'\\.$", RegexOptions.Singleline)]
    private static partial Regex AnnotationFailure();
}
