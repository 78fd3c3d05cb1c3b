using System.Globalization;
using Payshift.Cli.Hosts;
using Payshift.Core.Monitoring;
using Spectre.Console;

namespace Payshift.Cli.Demo;

/// <summary>What the demo ends with: a line for each webhook, the sums, what is wrong, and where to look further.</summary>
internal sealed class DemoReport(DemoResult result, IReadOnlyList<string> findings, HostClient client)
{
    private static readonly Style Good = new(Color.Green);
    private static readonly Style Noted = new(Color.Yellow);
    private static readonly Style Bad = new(Color.Red);
    private static readonly Style Quiet = new(Color.Grey);

    public void Write(IAnsiConsole console)
    {
        console.Write(Webhooks());
        console.Write(Sums());
        foreach (var finding in findings)
        {
            console.WriteLine($"missing: {finding}", Bad);
        }

        console.WriteLine(findings.Count == 0 ? "Everything is as it should be." : $"{findings.Count} not as expected.", findings.Count == 0 ? Good : Bad);
        console.WriteLine($"webhooks  {client.WebhookUrl("")}{{provider}}", Quiet);
        console.WriteLine($"payments  {client.PaymentUrl("")}{{reference}}", Quiet);
        console.WriteLine($"stats     {client.StatsUrl}", Quiet);
        console.WriteLine($"health    {client.HealthUrl}", Quiet);
    }

    private Table Webhooks()
    {
        var table = new Table().Border(TableBorder.Rounded).BorderStyle(Quiet);
        foreach (var column in (string[])["Provider", "Type", "Method", "Priority", "Reference", "Outcome"])
        {
            table.AddColumn(new TableColumn(column).NoWrap());
        }

        foreach (var column in (string[])["Attempts", "Answered", "Processed after"])
        {
            table.AddColumn(new TableColumn(column).NoWrap().RightAligned());
        }

        foreach (var outcome in result.Outcomes)
        {
            var sample = outcome.Delivery.Sample;
            var record = outcome.Records.Count > 0 ? outcome.Records[0] : null;
            table.AddRow(
                new Text(sample.Provider),
                new Text(sample.EventType),
                new Text(record?.PaymentMethod ?? ""),
                new Text(record is null ? "" : $"{(int)record.Priority} {record.Priority.ToString().ToLowerInvariant()}"),
                new Text(sample.PaymentReference).Overflow(Overflow.Ellipsis),
                Outcome(outcome, record),
                new Text(record?.Attempts.ToString(CultureInfo.InvariantCulture) ?? ""),
                new Text(Milliseconds(outcome.Answer.Elapsed)),
                new Text(record is null ? "" : Seconds(record.ProcessedAt - record.ReceivedAt)));
        }

        return table;
    }

    private Table Sums()
    {
        var table = new Table().Border(TableBorder.Rounded).BorderStyle(Quiet);
        foreach (var column in (string[])["Received", "Duplicate", "Refused", "Processed", "Retried", "Failed", "Answered in (average)", "Processed after (average)"])
        {
            table.AddColumn(new TableColumn(column).NoWrap().RightAligned());
        }

        var records = result.Outcomes.SelectMany(outcome => outcome.Records).ToList();
        return table.AddRow(
            Number(result.Received, Good),
            Number(result.Duplicate, Noted),
            Number(result.Refused, Noted),
            Number(result.Processed, Good),
            Number(result.Retried, Noted),
            Number(result.Failed, result.Failed == 0 ? Quiet : Bad),
            new Text(Milliseconds(Average(result.Outcomes, outcome => outcome.Answer.Elapsed))),
            new Text(records.Count == 0 ? "" : Seconds(Average(records, record => record.ProcessedAt - record.ReceivedAt))));
    }

    private static Text Outcome(DemoOutcome outcome, PaymentRecord? record) => (record?.Outcome, outcome.Answer) switch
    {
        (DemoFindings.ProcessedOutcome, _) when record!.Attempts > 1 => new Text("processed, retried", Noted),
        (DemoFindings.ProcessedOutcome, _) => new Text("processed", Good),
        ({ } other, _) => new Text(other, Bad),
        (null, { Duplicates: > 0 }) => new Text("duplicate", Noted),
        (null, { Status: 401 }) => new Text("refused", Noted),
        (null, { Status: 200 }) => new Text("not recorded", Bad),
        var (_, answer) => new Text(string.Create(CultureInfo.InvariantCulture, $"answered {answer.Status}"), Bad),
    };

    private static Text Number(int value, Style style) => new(value.ToString(CultureInfo.InvariantCulture), style);

    private static TimeSpan Average<T>(IReadOnlyCollection<T> items, Func<T, TimeSpan> time) =>
        TimeSpan.FromTicks((long)items.Average(item => time(item).Ticks));

    private static string Milliseconds(TimeSpan time) => string.Create(CultureInfo.InvariantCulture, $"{time.TotalMilliseconds:0.0} ms");

    private static string Seconds(TimeSpan time) => string.Create(CultureInfo.InvariantCulture, $"{time.TotalSeconds:0.00} s");
}
