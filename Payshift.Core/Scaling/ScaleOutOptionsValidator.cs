using Payshift.Core.Processing;

namespace Payshift.Core.Scaling;

/// <summary>The check that the settings have what scaling out takes.</summary>
internal sealed class ScaleOutOptionsValidator(IOptions<ProcessingOptions> processing) : IValidateOptions<ScaleOutOptions>
{
    public ValidateOptionsResult Validate(string? name, ScaleOutOptions options)
    {
        if (options.MaxInstances <= 1)
        {
            return ValidateOptionsResult.Success;
        }

        string[] problems = [.. UrlProblems(options.Url), .. KeyProblems(options.Key), .. TimeProblems()];
        return problems.Length > 0 ? ValidateOptionsResult.Fail(problems) : ValidateOptionsResult.Success;
    }

    private static IEnumerable<string> UrlProblems(string? url)
    {
        if (string.IsNullOrWhiteSpace(url))
        {
            yield return "Payshift__ScaleOut__Url is missing. Set it to this app's own URL, or Payshift__ScaleOut__MaxInstances to 1.";
        }
        else if (!Uri.TryCreate(url, UriKind.Absolute, out var address) || address is not { UserInfo: "", Query: "", Fragment: "" } || !MayCarryKey(address))
        {
            // It may hold a key: not quoted.
            yield return "Payshift__ScaleOut__Url must be this app's own URL without a key or a query: https, or http to this machine.";
        }
    }

    private static bool MayCarryKey(Uri address) =>
        address.Scheme == Uri.UriSchemeHttps || address is { Scheme: "http", IsLoopback: true };

    private static IEnumerable<string> KeyProblems(string? key)
    {
        if (string.IsNullOrWhiteSpace(key))
        {
            yield return "Payshift__ScaleOut__Key is missing. Set it to a function or host key of this app, or Payshift__ScaleOut__MaxInstances to 1.";
        }
        else if (!key.All(letter => letter is > ' ' and < '\x7f'))
        {
            yield return "Payshift__ScaleOut__Key holds what no header can carry. Copy it again, without spaces and line ends.";
        }
    }

    private IEnumerable<string> TimeProblems()
    {
        TimeSpan budget;
        try
        {
            budget = processing.Value.TimeBudget;
        }
        catch (OptionsValidationException)
        {
            // Its own message says it.
            yield break;
        }

        if (budget >= ScaleOutConstants.LongestCall)
        {
            yield return $"Payshift__Processing__TimeBudget ({budget}) must be less than {ScaleOutConstants.LongestCall} with Payshift__ScaleOut__MaxInstances above 1: a call that takes longer is cut off.";
        }
    }
}
