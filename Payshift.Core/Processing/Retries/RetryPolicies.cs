using Payshift.Core.Providers;

namespace Payshift.Core.Processing.Retries;

/// <summary>Each provider's way to try again: its own settings where it has some, everybody's otherwise.</summary>
internal sealed class RetryPolicies(IOptions<RetryOptions> everybody, IOptions<ProvidersOptions> providers)
{
    private readonly Dictionary<string, RetryOptions> _own = providers.Value.ToDictionary(
        provider => provider.Key, provider => Of(everybody.Value, provider.Value.Retry), StringComparer.OrdinalIgnoreCase);

    public RetryOptions For(string provider) => _own.GetValueOrDefault(provider, everybody.Value);

    public static RetryOptions Of(RetryOptions everybody, ProviderRetryOptions own) => new()
    {
        MaxAttempts = own.MaxAttempts ?? everybody.MaxAttempts,
        BaseDelay = own.BaseDelay ?? everybody.BaseDelay,
        MaxDelay = own.MaxDelay ?? everybody.MaxDelay,
    };
}
