using Payshift.Core.Operations.Health;

namespace Payshift.Functions.Triggers.Answers;

/// <summary>The HTTP responses to probes.</summary>
internal static class HealthResponses
{
    private static readonly IResult Ready = Responses.Json(new HealthResponse("ready"));
    private static readonly IResult Degraded = Responses.Json(new HealthResponse("degraded"));

    public static IResult Live { get; } = Responses.Json(new HealthResponse("live"));

    public static IResult From(HealthStatus status) => status switch
    {
        HealthStatus.Ready => Ready,
        HealthStatus.Degraded => Degraded,
        _ => Refusals.NotReady(),
    };
}
