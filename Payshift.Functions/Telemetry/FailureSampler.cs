using System.Diagnostics;
using OpenTelemetry;

namespace Payshift.Functions.Telemetry;

/// <summary>Keeps what failed, whatever the sampler said of its trace: spans that are not sampled are still recorded here.</summary>
internal sealed class FailureSampler : BaseProcessor<Activity>
{
    private const string ErrorType = "error.type";
    private const string StatusCode = "http.response.status_code";

    public override void OnEnd(Activity data)
    {
        if (!data.Recorded && IsFailure(data))
        {
            data.ActivityTraceFlags |= ActivityTraceFlags.Recorded;
        }
    }

    private static bool IsFailure(Activity data) =>
        data.Status == ActivityStatusCode.Error
        || data.GetTagItem(ErrorType) is not null
        || data.GetTagItem(StatusCode) is int and >= StatusCodes.Status400BadRequest;
}
