using Payshift.Cli.Clients;
using Payshift.Cli.Invocation;
using Payshift.Core.Operations;
using Payshift.Core.Storage.Failures;

namespace Payshift.Cli.Selection;

/// <summary>Which failures are meant; what is null does not matter.</summary>
internal sealed record FailureSelection(
    string? Provider = null,
    string? Method = null,
    string? Type = null,
    string? Reference = null,
    string? Reason = null,
    FailureStatus? Status = null,
    DateTimeOffset? From = null,
    DateTimeOffset? To = null)
{
    /// <summary>Every failure of the usual period. Which status is meant names none of them.</summary>
    public bool IsEverything => this with { Status = null } == new FailureSelection();

    public QueryText ToQuery() => new QueryText()
        .With("provider", Provider)
        .With("method", Method)
        .With("type", Type)
        .With("reference", Reference)
        .With("reason", Reason)
        .With("status", Status?.ToString().ToLowerInvariant())
        .With("from", From)
        .With("to", To);

    /// <exception cref="CommandException">The period is none.</exception>
    public FailureFilter ToFilter(DateTimeOffset now)
    {
        var period = Period.Of(From, To, now, FailureFilter.UsualPeriod);
        return period.Problem is { } problem
            ? throw new CommandException(ExitCodes.Usage, problem)
            : new FailureFilter
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
