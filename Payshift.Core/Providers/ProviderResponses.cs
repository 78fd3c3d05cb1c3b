namespace Payshift.Core.Providers;

/// <summary>The answers of a provider that wants others than the usual ones. Null stands for the usual one.</summary>
public sealed record ProviderResponses
{
    /// <summary>To a delivery that was kept.</summary>
    public ProviderResponse? Accepted { get; init; }

    /// <summary>To a delivery whose signature does not fit.</summary>
    public ProviderResponse? InvalidSignature { get; init; }

    /// <summary>The first step of the provider's own retry schedule, told it when a delivery could not be kept.</summary>
    public TimeSpan? RetryAfter { get; init; }
}
