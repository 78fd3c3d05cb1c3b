namespace Payshift.Core.Verification;

internal enum VerificationStatus
{
    /// <summary>The provider confirms the event, or it needs no confirmation.</summary>
    Confirmed,

    /// <summary>The provider contradicts the event, or the event needs confirmation and cannot be looked up.</summary>
    Mismatch,

    /// <summary>The provider does not know the payment, at least not yet.</summary>
    NotFound,

    /// <summary>The provider could not be reached.</summary>
    Unavailable,
}
