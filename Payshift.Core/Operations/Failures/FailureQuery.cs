using Payshift.Core.Operations.Queries;
using Payshift.Core.Storage.Failures;

namespace Payshift.Core.Operations.Failures;

/// <summary>The failures that a call asks for. What is null does not matter.</summary>
public sealed record FailureQuery(
    string? Provider = null,
    string? Method = null,
    string? Type = null,
    string? Reference = null,
    string? Reason = null,
    FailureStatus? Status = null,
    DateTimeOffset? From = null,
    DateTimeOffset? To = null)
{
    /// <summary>Whether it asks for every failure of the usual period. A status names none of them.</summary>
    public bool IsEverything => this with { Status = null } == new FailureQuery();

    /// <summary>Reads it from the parameters of a call; what is wrong with them is a problem of <paramref name="values"/>.</summary>
    public static FailureQuery Read(QueryValues values) => new(
        values.Text("provider"),
        values.Text("method"),
        values.Text("type"),
        values.Text("reference"),
        values.Text("reason"),
        values.Name<FailureStatus>("status"),
        values.Time("from"),
        values.Time("to"));

    /// <summary>Writes it as the parameters of a call.</summary>
    public QueryText ToQuery() => new QueryText()
        .With("provider", Provider)
        .With("method", Method)
        .With("type", Type)
        .With("reference", Reference)
        .With("reason", Reason)
        .With("status", Status?.ToString().ToLowerInvariant())
        .With("from", From)
        .With("to", To);

    /// <param name="problem">What is wrong with the period; null where nothing is.</param>
    public FailureFilter ToFilter(DateTimeOffset now, out string? problem)
    {
        var period = Period.Of(From, To, now, FailureFilter.UsualPeriod);
        problem = period.Problem;
        return new FailureFilter
        {
            Provider = Provider?.ToLowerInvariant(),
            PaymentMethod = Method?.ToLowerInvariant(),
            EventType = Type,
            PaymentReference = Reference,
            Reason = Reason,
            Status = Status,
            From = period.From,
            To = period.To,
        };
    }
}
