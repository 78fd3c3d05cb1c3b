using Payshift.Core.Storage.Failures;

namespace Payshift.Functions.Triggers.Answers;

/// <summary>Reads which failures are meant from an operator's call.</summary>
internal static class FailureQuery
{
    /// <returns>Null where the values have a problem.</returns>
    public static FailureFilter? Read(QueryValues values, DateTimeOffset now, out string? problem)
    {
        var (from, to) = values.Period(now, FailureFilter.UsualPeriod);
        var filter = new FailureFilter
        {
            Provider = values.Text("provider")?.ToLowerInvariant(),
            PaymentMethod = values.Text("method")?.ToLowerInvariant(),
            EventType = values.Text("type"),
            PaymentReference = values.Text("reference"),
            Reason = values.Text("reason"),
            Status = values.Name<FailureStatus>("status"),
            From = from,
            To = to,
        };
        problem = values.ProblemOrUnknown();
        return problem is null ? filter : null;
    }
}
