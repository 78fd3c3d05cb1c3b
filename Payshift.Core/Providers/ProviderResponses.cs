namespace Payshift.Core.Providers;

/// <summary>The responses that a provider expects instead of the usual ones. Null stands for the usual one.</summary>
public sealed record ProviderResponses
{
    /// <summary>The response to a delivery that was kept.</summary>
    public ProviderResponse? Accepted { get; init; }

    /// <summary>The response to a delivery with an invalid signature.</summary>
    public ProviderResponse? InvalidSignature { get; init; }

    /// <summary>The <c>Retry-After</c> of a delivery that could not be kept: the first step of the provider's own schedule.</summary>
    public TimeSpan? RetryAfter { get; init; }
}
