using Payshift.Core.Providers;

namespace Payshift.Core.Receiving;

/// <summary>The outcome of a delivery, and what its sender is told.</summary>
/// <param name="Kept">Events that are new.</param>
/// <param name="Duplicates">Events that were known before.</param>
/// <param name="Detail">For a refusal, what the sender should do; it names no secret and no part of a signature.</param>
/// <param name="RetryAfter">When the provider should send it again, with <see cref="ReceiveStatus.Unavailable"/>.</param>
/// <param name="Answer">What the provider wants to hear instead of the status' usual answer; null for the usual one.</param>
public sealed record ReceiveResult(
    ReceiveStatus Status,
    int Kept = 0,
    int Duplicates = 0,
    string? Detail = null,
    TimeSpan? RetryAfter = null,
    ProviderResponse? Answer = null)
{
    /// <summary>Whether it is the check of the signature that could not be made.</summary>
    internal bool IsUndecided { get; init; }
}
