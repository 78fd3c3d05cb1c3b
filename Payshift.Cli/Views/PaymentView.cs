using Payshift.Core.Operations.Payments;
using Payshift.Core.Storage.Results;
using Payshift.Core.Webhooks;

namespace Payshift.Cli.Views;

/// <summary>The display of a payment: its state, who says so, its links and its webhooks.</summary>
internal static class PaymentView
{
    private static readonly Style Strong = new(decoration: Decoration.Bold);
    private static readonly Style Bad = new(Color.Red);
    private static readonly Style Quiet = new(Color.Grey);

    public static void Write(IAnsiConsole console, PaymentResponse payment, OutputFormat format)
    {
        if (format == OutputFormat.Json)
        {
            console.WriteRaw(OutputJson.Write(payment));
            return;
        }

        console.WriteLine($"{payment.Reference}  {State(payment.State)}{Since(payment.Since)}", Strong);
        if (payment.IsContradictory)
        {
            console.WriteLine("its providers say different things of it", Bad);
        }

        foreach (var provider in payment.Providers)
        {
            console.WriteLine(string.Create(
                CultureInfo.InvariantCulture, $"{provider.Provider}: {State(provider.State)}{Since(provider.Since)}, webhooks: {provider.Webhooks}"));
        }

        foreach (var (kind, link) in payment.Orders.Select(link => ("order", link)).Concat(payment.Customers.Select(link => ("customer", link))))
        {
            var payments = link.Payments.Select(linked => $"{linked.Reference} ({string.Join(", ", linked.Providers)}: {State(linked.State)})");
            console.WriteLine($"{kind} {link.Reference} leads to {(link.Payments.Count == 0 ? "no other payment" : string.Join("; ", payments))}{(link.HasMore ? "; and more" : "")}");
        }

        if (payment.Webhooks.Count > 0)
        {
            console.WriteLine();
            console.Write(Webhooks(payment.Webhooks, console.Profile.Width));
        }

        if (payment.HasMoreWebhooks)
        {
            console.WriteLine("and older ones", Quiet);
        }
    }

    private static Table Webhooks(IReadOnlyList<PaymentRecord> records, int width) => TextTable.Of<PaymentRecord>(
        records,
        [
            new("Event time", 9, record => Times.Text(record.EventTime)),
            new("Provider", 8, record => record.Provider),
            new("Type", 7, record => record.EventType),
            new("State", 6, record => State(record.State)),
            new("Amount", 5, record => Amounts.Text(record.AmountMinor, record.AmountExponent, record.Currency), Justify.Right),
            new("Method", 3, record => record.PaymentMethod),
            new("Outcome", 10, record => record.Outcome, Style: record => record.Outcome == "failed" ? Bad : Style.Plain),
            new("Attempts", 2, record => record.Attempts.ToString(CultureInfo.InvariantCulture), Justify.Right),
            new("Processed", 1, record => Times.Text(record.ProcessedAt)),
            new("Reason", 4, record => record.Reason ?? "", Least: 20),
        ],
        width);

    private static string State(PaymentState? state) => state?.ToString().ToLowerInvariant() ?? "no state";

    private static string Since(DateTimeOffset? since) => since is { } time ? $" since {Times.Text(time)}" : "";
}
