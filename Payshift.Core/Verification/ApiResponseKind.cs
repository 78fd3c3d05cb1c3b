namespace Payshift.Core.Verification;

internal enum ApiResponseKind
{
    Found,

    /// <summary>The provider does not know the payment.</summary>
    Absent,

    /// <summary>The provider gave no information on the payment, through no fault of the webhook.</summary>
    Unavailable,
}
