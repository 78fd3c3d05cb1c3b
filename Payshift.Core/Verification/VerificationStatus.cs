namespace Payshift.Core.Verification;

internal enum VerificationStatus
{
    /// <summary>The provider bears the event out, or it needs no confirmation.</summary>
    Confirmed,

    /// <summary>The provider says otherwise, or cannot be asked about an event that nothing else vouches for.</summary>
    Mismatch,

    /// <summary>The provider does not know the payment, or not yet.</summary>
    NotFound,

    /// <summary>The provider could not be asked.</summary>
    Unavailable,
}
