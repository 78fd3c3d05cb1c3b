namespace Payshift.Core.Verification;

/// <summary>The response of a provider's API to a call.</summary>
/// <param name="Body">What it said, where it is <see cref="ApiResponseKind.Found"/>.</param>
/// <param name="Delay">How long to stay away, where it is <see cref="ApiResponseKind.Unavailable"/>.</param>
internal sealed record ApiResponse(ApiResponseKind Kind, JsonElement Body = default, TimeSpan Delay = default)
{
    public static readonly ApiResponse Absent = new(ApiResponseKind.Absent);

    public static ApiResponse Unavailable(TimeSpan delay) => new(ApiResponseKind.Unavailable, Delay: delay);
}
