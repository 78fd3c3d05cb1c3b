using Payshift.Core.Operations.Queries;

namespace Payshift.Core.Operations.Analytics;

/// <summary>The analytics that a call asks for. What is null is as usual.</summary>
public sealed record AnalyticsQuery(DateTimeOffset? From, DateTimeOffset? To, AnalyticsStep By, string? Provider, string? Method)
{
    /// <summary>Reads it from the parameters of a call; what is wrong with them is a problem of <paramref name="values"/>.</summary>
    public static AnalyticsQuery Read(QueryValues values) => new(
        values.Time("from"), values.Time("to"), values.Name<AnalyticsStep>("by") ?? AnalyticsStep.Hour, values.Text("provider"), values.Text("method"));

    /// <summary>Writes it as the parameters of a call.</summary>
    public QueryText ToQuery() => new QueryText()
        .With("from", From)
        .With("to", To)
        .With("by", By.ToString().ToLowerInvariant())
        .With("provider", Provider)
        .With("method", Method);

    /// <param name="problem">What is wrong with the period; null where nothing is.</param>
    public AnalyticsFilter ToFilter(DateTimeOffset now, out string? problem)
    {
        var period = Period.Of(From, To, now, AnalyticsFilter.UsualPeriod);
        var filter = new AnalyticsFilter(period.From, period.To, By, Provider?.ToLowerInvariant(), Method?.ToLowerInvariant());
        problem = period.Problem ?? filter.Problem;
        return filter;
    }
}
