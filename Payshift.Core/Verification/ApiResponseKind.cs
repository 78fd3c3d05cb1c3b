namespace Payshift.Core.Verification;

internal enum ApiResponseKind
{
    Found,

    /// <summary>The provider knows no such thing.</summary>
    Absent,

    /// <summary>The provider said nothing of the payment: no fault of the webhook.</summary>
    Unavailable,
}
