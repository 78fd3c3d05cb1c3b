using Payshift.Core.Providers;
using Payshift.Core.Providers.Signatures;

namespace Payshift.Core.Receiving;

/// <summary>The results of deliveries, each with the answer that the provider wants, if it wants a special one.</summary>
internal static class ReceiveResults
{
    /// <summary>When a provider that heeds it should come again; each has its own schedule otherwise.</summary>
    private static readonly TimeSpan RetryAfter = TimeSpan.FromSeconds(30);

    public static readonly ReceiveResult UnknownProvider = new(
        ReceiveStatus.UnknownProvider,
        Detail: "No provider of this name is configured here. Check the last segment of the URL, and that the provider has a secret.");

    public static ReceiveResult Accepted(ProviderResponses? answers, int kept = 0, int duplicates = 0) =>
        new(ReceiveStatus.Accepted, kept, duplicates, Answer: answers?.Accepted);

    /// <param name="limit">In bytes.</param>
    public static ReceiveResult TooLarge(int limit) => new(ReceiveStatus.TooLarge, Detail: $"The body is larger than {limit} bytes.");

    public static ReceiveResult Malformed(string problem) => new(ReceiveStatus.Malformed, Detail: problem);

    public static ReceiveResult QueueUnavailable(ProviderResponses? answers) => new(
        ReceiveStatus.Unavailable,
        Detail: "The queue is out of reach. Send the webhook again.",
        RetryAfter: answers?.RetryAfter ?? RetryAfter);

    /// <param name="signature">Anything but <see cref="SignatureResult.Valid"/>.</param>
    public static ReceiveResult NotVerified(SignatureResult signature, ProviderResponses? answers) => signature switch
    {
        SignatureResult.UnknownPayment => Accepted(answers),
        SignatureResult.Undecided => new ReceiveResult(
            ReceiveStatus.Unavailable,
            Detail: "The signature cannot be checked now. Send the webhook again.",
            RetryAfter: answers?.RetryAfter ?? RetryAfter)
        { IsUndecided = true },
        _ => new ReceiveResult(
            ReceiveStatus.InvalidSignature,
            Detail: "The signature does not fit. Check the endpoint's secret, that the body arrives unchanged, and the clock.",
            Answer: answers?.InvalidSignature),
    };
}
