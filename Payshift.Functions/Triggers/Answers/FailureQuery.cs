using Payshift.Core.Operations.Failures;

namespace Payshift.Functions.Triggers.Answers;

/// <summary>Reads which failures are meant from an operator's call.</summary>
internal static class FailureQuery
{
    private const int MaxDays = 366;
    private const int DefaultDays = 90;

    /// <returns>Null where the values have a problem.</returns>
    public static FailureFilter? Read(QueryValues values, DateTimeOffset now, out string? problem)
    {
        // Clocks of other instances may be ahead.
        var to = values.Time("to") ?? now.AddHours(1);
        var filter = new FailureFilter
        {
            Provider = values.Text("provider")?.ToLowerInvariant(),
            PaymentMethod = values.Text("method")?.ToLowerInvariant(),
            EventType = values.Text("type"),
            PaymentReference = values.Text("reference"),
            Reason = values.Text("reason"),
            Status = values.Name<FailureStatus>("status"),
            From = values.Time("from") ?? (to > DateTimeOffset.UnixEpoch.AddDays(DefaultDays) ? to.AddDays(-DefaultDays) : DateTimeOffset.UnixEpoch),
            To = to,
        };
        problem = values.ProblemOrUnknown() ?? Problem(filter);
        return problem is null ? filter : null;
    }

    private static string? Problem(FailureFilter filter) =>
        filter.From >= filter.To ? "from must be before to."
        : filter.To - filter.From > TimeSpan.FromDays(MaxDays) ? $"from and to must lie within {MaxDays} days."
        : null;
}
