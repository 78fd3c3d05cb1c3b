namespace Payshift.Core.Verification;

/// <param name="Reason">Why it is not confirmed, for operators.</param>
/// <param name="Delay">How long to stay away, where the provider is unavailable.</param>
internal sealed record VerificationFinding(VerificationStatus Status, string? Reason = null, TimeSpan Delay = default)
{
    public static readonly VerificationFinding Confirmed = new(VerificationStatus.Confirmed);

    public static VerificationFinding Mismatch(string reason) => new(VerificationStatus.Mismatch, reason);

    public static VerificationFinding NotFound(string provider) =>
        new(VerificationStatus.NotFound, $"The API of {provider} does not know this payment.");

    public static VerificationFinding Unavailable(TimeSpan delay) => new(VerificationStatus.Unavailable, Delay: delay);
}
