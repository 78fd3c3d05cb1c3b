namespace Payshift.Core.Verification;

/// <summary>The response of a provider's API to a call.</summary>
/// <param name="Body">The body, if the kind is <see cref="ApiResponseKind.Found"/>.</param>
/// <param name="Delay">The time to wait before the next call, if the kind is <see cref="ApiResponseKind.Unavailable"/>.</param>
internal sealed record ApiResponse(ApiResponseKind Kind, JsonElement Body = default, TimeSpan Delay = default)
{
    public static readonly ApiResponse Absent = new(ApiResponseKind.Absent);

    public static ApiResponse Unavailable(TimeSpan delay) => new(ApiResponseKind.Unavailable, Delay: delay);
}
