namespace Payshift.Core.Verification;

/// <summary>How a provider answered a call.</summary>
/// <param name="Body">What it said, where it is <see cref="ApiAnswerKind.Found"/>.</param>
/// <param name="Delay">How long to stay away, where it is <see cref="ApiAnswerKind.Unavailable"/>.</param>
internal sealed record ApiAnswer(ApiAnswerKind Kind, JsonElement Body = default, TimeSpan Delay = default)
{
    public static readonly ApiAnswer Absent = new(ApiAnswerKind.Absent);

    public static ApiAnswer Unavailable(TimeSpan delay) => new(ApiAnswerKind.Unavailable, Delay: delay);
}
