using System.CommandLine.Parsing;
using Payshift.Cli.Invocation;

namespace Payshift.Cli.Selection;

/// <summary>The options <c>--from</c> and <c>--to</c>.</summary>
/// <param name="what">What lies in the period, for example <c>received</c>.</param>
/// <param name="usual">For example <c>90 days</c>.</param>
internal sealed class PeriodOptions(CommandContext context, string what, string usual)
{
    private readonly Option<DateTimeOffset?> _from = CommonOptions.Time(context, "--from", $"{what} from this time on, as 2026-01-31, 2026-01-31T09:30, or 30m, 2h, 7d ago; the last {usual} where absent.");

    private readonly Option<DateTimeOffset?> _to = CommonOptions.Time(context, "--to", $"{what} before this time; now where absent.");

    public void AddTo(Command command)
    {
        command.Add(_from);
        command.Add(_to);
    }

    public bool IsGiven(CommandResult result) => CommonOptions.IsGiven(result, _from) || CommonOptions.IsGiven(result, _to);

    public DateTimeOffset? From(ParseResult parsed) => parsed.GetValue(_from);

    public DateTimeOffset? To(ParseResult parsed) => parsed.GetValue(_to);
}
