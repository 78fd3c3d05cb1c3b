namespace Payshift.Core.Verification;

/// <summary>The result of verifying one webhook.</summary>
/// <param name="Reason">The reason why it is not confirmed, for operators.</param>
/// <param name="Delay">The time to wait, if the provider is unavailable.</param>
internal sealed record VerificationResult(VerificationStatus Status, string? Reason = null, TimeSpan Delay = default)
{
    public static readonly VerificationResult Confirmed = new(VerificationStatus.Confirmed);

    public static VerificationResult Mismatch(string reason) => new(VerificationStatus.Mismatch, reason);

    public static VerificationResult NotFound(string provider) =>
        new(VerificationStatus.NotFound, $"The API of {provider} does not know this payment.");

    public static VerificationResult Unavailable(TimeSpan delay) => new(VerificationStatus.Unavailable, Delay: delay);
}
