using Payshift.Core.Operations.Health;

namespace Payshift.Functions.Triggers.Answers;

/// <summary>What a probe is told.</summary>
internal sealed record HealthAnswer(string Status)
{
    private static readonly IResult Ready = Of("ready");
    private static readonly IResult Degraded = Of("degraded");

    public static IResult Live { get; } = Of("live");

    public static IResult From(HealthStatus status) => status switch
    {
        HealthStatus.Ready => Ready,
        HealthStatus.Degraded => Degraded,
        _ => Refusals.NotReady(),
    };

    private static IResult Of(string status) => Results.Json(new HealthAnswer(status), AnswerJson.Default.HealthAnswer);
}
