using Payshift.Core.Providers;

namespace Payshift.Core.Processing.Retries;

/// <summary>The check of a provider's own retry settings, and of its limit of concurrency.</summary>
internal sealed class ProviderRetryValidator(IOptions<RetryOptions> everybody) : IValidateOptions<ProvidersOptions>
{
    private const int MaxConcurrency = 1000;

    public ValidateOptionsResult Validate(string? name, ProvidersOptions options)
    {
        string[] problems = [.. options.SelectMany(provider => Problems(provider.Key, provider.Value))];
        return problems.Length == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(problems);
    }

    private IEnumerable<string> Problems(string provider, ProviderOptions options)
    {
        if (options.Concurrency is < 1 or > MaxConcurrency)
        {
            yield return $"{ProviderSettings.SettingName(provider, nameof(options.Concurrency))} must be between 1 and {MaxConcurrency}.";
        }

        if (options.Retry is { MaxAttempts: null, BaseDelay: null, MaxDelay: null } || Everybody() is not { } shared)
        {
            yield break;
        }

        var merged = RetryPolicies.Of(shared, options.Retry);
        var prefix = ProviderSettings.SettingName(provider, nameof(options.Retry));
        foreach (var problem in RetryOptionsValidator.RangeProblems(merged))
        {
            yield return problem.Replace("Payshift__Retry", prefix, StringComparison.Ordinal);
        }

        foreach (var problem in RetryOptionsValidator.Problems(merged, prefix, maxAge: null))
        {
            yield return problem;
        }
    }

    private RetryOptions? Everybody()
    {
        try
        {
            return everybody.Value;
        }
        catch (OptionsValidationException)
        {
            // They speak for themselves.
            return null;
        }
    }
}
