namespace Payshift.Core.Providers.Signatures;

/// <summary>The result of a signature check. It goes to metrics and logs; a sender learns no more than "refused".</summary>
public enum SignatureResult
{
    Valid,

    /// <summary>The header is absent, empty or not in the scheme's form.</summary>
    Missing,

    /// <summary>No configured secret produces what was sent.</summary>
    Mismatch,

    /// <summary>The signed time lies outside the window.</summary>
    OutsideTimeWindow,

    /// <summary>What the check needs of the provider is out of reach. The provider is to send it again.</summary>
    Undecided,

    /// <summary>
    /// Nothing is signed, and the provider's API knows no such payment. There is nothing to keep, and the provider wants
    /// the answer to be that of a success, so that nobody learns which payments exist.
    /// </summary>
    UnknownPayment,
}
