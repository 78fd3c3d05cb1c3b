using Payshift.Core.Operations.Queries;
using Payshift.Core.Storage.Batches;

namespace Payshift.Core.Operations.Batches;

/// <summary>The batches that a call asks for. What is null does not matter.</summary>
public sealed record BatchQuery(string? Provider, string? Method, BatchOutcome? Outcome, DateTimeOffset? From, DateTimeOffset? To)
{
    /// <summary>Reads it from the parameters of a call; what is wrong with them is a problem of <paramref name="values"/>.</summary>
    public static BatchQuery Read(QueryValues values) => new(
        values.Text("provider"), values.Text("method"), values.Name<BatchOutcome>("outcome"), values.Time("from"), values.Time("to"));

    /// <summary>Writes it as the parameters of a call.</summary>
    public QueryText ToQuery() => new QueryText()
        .With("provider", Provider)
        .With("method", Method)
        .With("outcome", Outcome?.ToString().ToLowerInvariant())
        .With("from", From)
        .With("to", To);

    /// <param name="problem">What is wrong with the period; null where nothing is.</param>
    public BatchFilter ToFilter(DateTimeOffset now, out string? problem)
    {
        var period = Period.Of(From, To, now, BatchFilter.UsualPeriod);
        problem = period.Problem;
        return new BatchFilter(period.From, period.To, Provider?.ToLowerInvariant(), Method?.ToLowerInvariant(), Outcome);
    }
}
