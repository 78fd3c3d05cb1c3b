namespace Payshift.Core.Providers;

/// <summary>
/// What a signature check found. Told to metrics and logs; a sender learns no more than "refused".
/// </summary>
public enum SignatureVerdict
{
    Valid,

    /// <summary>The header is absent, empty or not in the scheme's form.</summary>
    Missing,

    /// <summary>No configured secret produces what was sent.</summary>
    Mismatch,

    /// <summary>The signed time lies outside the window.</summary>
    OutsideTimeWindow,
}
