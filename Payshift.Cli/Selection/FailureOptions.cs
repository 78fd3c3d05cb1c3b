using System.CommandLine.Parsing;
using Payshift.Cli.Invocation;
using Payshift.Core.Operations.Failures;
using Payshift.Core.Storage.Failures;

namespace Payshift.Cli.Selection;

/// <summary>The options that say which failures are meant.</summary>
internal sealed class FailureOptions(CommandContext context)
{
    private readonly Option<string?> _provider = CommonOptions.Provider("Only this provider.");
    private readonly Option<string?> _method = CommonOptions.Text("--method", "Only this payment method.");
    private readonly Option<string?> _type = CommonOptions.Text("--type", "Only this type of event, for example charge.succeeded.");
    private readonly Option<string?> _reference = CommonOptions.Text("--reference", "Only this payment reference.");
    private readonly Option<string?> _reason = CommonOptions.Text("--reason", "Only where this is a part of the reason, in upper or lower case.");
    private readonly Option<string?> _status = CommonOptions.OneOf<FailureStatus>("--status", "open, or retried: retried by hand, and the outcome is not recorded yet.");
    private readonly PeriodOptions _period = new(context, "Received", "90 days");

    private IEnumerable<Option> Filters => [_provider, _method, _type, _reference, _reason];

    public void AddTo(Command command)
    {
        foreach (var option in Filters.Append(_status))
        {
            command.Add(option);
        }

        _period.AddTo(command);
    }

    /// <summary>Whether any of them stands in the command line.</summary>
    public bool IsGiven(CommandResult result) => Names(result) || CommonOptions.IsGiven(result, _status);

    /// <summary>Whether some failures are named among all: their status alone names none.</summary>
    public bool Names(CommandResult result) => Filters.Any(option => CommonOptions.IsGiven(result, option)) || _period.IsGiven(result);

    public FailureQuery Read(ParseResult parsed) => new(
        parsed.GetValue(_provider),
        parsed.GetValue(_method),
        parsed.GetValue(_type),
        parsed.GetValue(_reference),
        parsed.GetValue(_reason),
        CommonOptions.Read<FailureStatus>(parsed.GetValue(_status)),
        _period.From(parsed),
        _period.To(parsed));
}
