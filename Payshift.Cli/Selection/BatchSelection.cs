using Payshift.Cli.Clients;
using Payshift.Cli.Invocation;
using Payshift.Core.Operations;
using Payshift.Core.Storage.Batches;

namespace Payshift.Cli.Selection;

/// <summary>Which batches are meant; what is null does not matter.</summary>
internal sealed record BatchSelection(string? Provider, string? Method, BatchOutcome? Outcome, DateTimeOffset? From, DateTimeOffset? To)
{
    public QueryText ToQuery() => new QueryText()
        .With("provider", Provider)
        .With("method", Method)
        .With("outcome", Outcome?.ToString().ToLowerInvariant())
        .With("from", From)
        .With("to", To);

    /// <exception cref="CommandException">The period is none.</exception>
    public BatchFilter ToFilter(DateTimeOffset now)
    {
        var period = Period.Of(From, To, now, BatchFilter.UsualPeriod);
        return period.Problem is { } problem
            ? throw new CommandException(ExitCodes.Usage, problem)
            : new BatchFilter(period.From, period.To, Provider?.ToLowerInvariant(), Method?.ToLowerInvariant(), Outcome);
    }
}
