using Payshift.Cli.Selection;
using Payshift.Core.Storage.Failures;

namespace Payshift.Cli.Views;

/// <summary>A list of failures: a row each.</summary>
internal static class FailuresView
{
    private static readonly Style Noted = new(Color.Yellow);
    private static readonly Style Quiet = new(Color.Grey);

    public static void Write(IAnsiConsole console, ListPage<FailureSummary> page, OutputFormat format)
    {
        if (format == OutputFormat.Json)
        {
            console.WriteRaw(OutputJson.Write(new { Failures = page.Items, page.Continuation }));
            return;
        }

        if (page.Items.Count == 0 && page.Continuation is null)
        {
            console.WriteLine("no failures", Quiet);
            return;
        }

        console.Write(TextTable.Of(
            page.Items,
            [
                new("Id", 20, failure => failure.Id),
                new("Status", 4, failure => failure.Status.ToString().ToLowerInvariant(), Style: failure => failure.Status == FailureStatus.Retried ? Noted : Style.Plain),
                new("Received", 8, failure => Times.Text(failure.ReceivedAt)),
                new("Provider", 7, failure => failure.Provider),
                new("Type", 5, failure => failure.EventType),
                new("Reference", 9, failure => failure.PaymentReference, Least: 16),
                new("Method", 2, failure => failure.PaymentMethod),
                new("Amount", 3, failure => Amounts.Text(failure.AmountMinor, failure.AmountExponent, failure.Currency), Justify.Right),
                new("Attempts", 1, failure => failure.Attempts.ToString(CultureInfo.InvariantCulture), Justify.Right),
                new("Reason", 10, failure => failure.Reason, Least: 24),
            ],
            console.Profile.Width));
        PageNote.Write(console, page, "failures");
    }
}
