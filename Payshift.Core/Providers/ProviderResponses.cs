namespace Payshift.Core.Providers;

/// <summary>Where a provider wants another answer than the usual one. What is null stays usual.</summary>
public sealed record ProviderResponses
{
    /// <summary>To a delivery that was kept.</summary>
    public ProviderResponse? Accepted { get; init; }

    /// <summary>To a delivery whose signature does not fit.</summary>
    public ProviderResponse? InvalidSignature { get; init; }

    /// <summary>The first step of the provider's own retry schedule, told it when a delivery could not be kept.</summary>
    public TimeSpan? RetryAfter { get; init; }
}
