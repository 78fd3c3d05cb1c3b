namespace Payshift.Core.Providers.Signatures;

/// <summary>
/// The result of a signature check. It goes to metrics and logs; the sender only learns that the delivery was refused.
/// </summary>
public enum SignatureResult
{
    Valid,

    /// <summary>The signature header is absent, empty or not in the scheme's form.</summary>
    Missing,

    /// <summary>No configured secret produces the signature that was sent.</summary>
    Mismatch,

    /// <summary>The signed time lies outside the window.</summary>
    OutsideTimeWindow,

    /// <summary>The check needs something from the provider that is out of reach. The provider should send the delivery again.</summary>
    Undecided,

    /// <summary>
    /// The delivery is unsigned, and the provider's API does not know the payment. Nothing is kept, and the response is that of
    /// a success, as the provider asks, so that nobody learns which payments exist.
    /// </summary>
    UnknownPayment,
}
