using System.Diagnostics;

namespace Payshift.Core.Telemetry;

internal static class ActivityErrors
{
    /// <summary>Says that it failed, and of what kind the failure is: no text of it, which may quote anything.</summary>
    public static void SetError(this Activity activity, string errorType)
    {
        activity.SetTag(AttributeNames.ErrorType, errorType);
        activity.SetStatus(ActivityStatusCode.Error);
    }
}
