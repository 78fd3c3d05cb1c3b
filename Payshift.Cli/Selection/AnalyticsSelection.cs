using Payshift.Cli.Clients;
using Payshift.Cli.Invocation;
using Payshift.Core.Operations;
using Payshift.Core.Operations.Analytics;

namespace Payshift.Cli.Selection;

/// <summary>What is asked of analytics; what is null is as usual.</summary>
internal sealed record AnalyticsSelection(DateTimeOffset? From, DateTimeOffset? To, AnalyticsStep By, string? Provider, string? Method)
{
    public QueryText ToQuery() => new QueryText()
        .With("from", From)
        .With("to", To)
        .With("by", By.ToString().ToLowerInvariant())
        .With("provider", Provider)
        .With("method", Method);

    /// <exception cref="CommandException">The period is none, or too long for its steps.</exception>
    public AnalyticsQuery ToQuery(DateTimeOffset now)
    {
        var period = Period.Of(From, To, now, AnalyticsQuery.UsualPeriod);
        var query = new AnalyticsQuery(period.From, period.To, By, Provider?.ToLowerInvariant(), Method?.ToLowerInvariant());
        return (period.Problem ?? query.Problem) is { } problem ? throw new CommandException(ExitCodes.Usage, problem) : query;
    }
}
