using Payshift.Cli.Clients;
using Payshift.Core.Storage.Results;

namespace Payshift.Cli.Demo;

/// <summary>The report at the end of the demo: a line for each webhook, the sums, what is wrong, and where to look further.</summary>
internal sealed class DemoReport(DemoResult result, IReadOnlyList<string> findings, HostClient client)
{
    private const int LongestReference = 27;

    private static readonly Style Good = new(Color.Green);
    private static readonly Style Noted = new(Color.Yellow);
    private static readonly Style Bad = new(Color.Red);
    private static readonly Style Quiet = new(Color.Grey);

    public void Write(IAnsiConsole console)
    {
        console.Write(Webhooks(console.Profile.Width));
        console.WriteLine();
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

    private Table Webhooks(int width) => TextTable.Of<DemoOutcome>(
        result.Outcomes,
        [
            new("Provider", 9, outcome => outcome.Delivery.Sample.Provider),
            new("Type", 8, outcome => outcome.Delivery.Sample.EventType),
            new("Method", 4, outcome => Record(outcome)?.PaymentMethod ?? ""),
            new("Priority", 5, outcome => Record(outcome) is { } record ? $"{(int)record.Priority} {record.Priority.ToString().ToLowerInvariant()}" : ""),
            new("Reference", 3, outcome => Cut(outcome.Delivery.Sample.PaymentReference)),
            new("Outcome", 7, Said, Style: Look),
            new("Attempts", 2, outcome => Record(outcome)?.Attempts.ToString(CultureInfo.InvariantCulture) ?? "", Justify.Right, AttemptsLook),
            new("Answered", 1, outcome => Milliseconds(outcome.Answer.Elapsed), Justify.Right),
            new("Time", 6, outcome => Record(outcome) is { } record ? Seconds(record.ProcessedAt - record.ReceivedAt) : "", Justify.Right),
        ],
        width);

    private Table Sums()
    {
        var table = new Table().Border(TableBorder.Rounded).BorderStyle(Quiet);
        foreach (var column in (string[])["Received", "Duplicate", "Refused", "Processed", "Retried", "Failed", "Answered in, average", "Processed after, average"])
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

    private static PaymentRecord? Record(DemoOutcome outcome) => outcome.Records.Count > 0 ? outcome.Records[0] : null;

    private static string Said(DemoOutcome outcome) => (Record(outcome), outcome.Answer) switch
    {
        ({ } record, _) => record.Outcome,
        (_, { Duplicates: > 0 }) => "duplicate",
        (_, { Status: 401 }) => "refused",
        (_, { Status: 200 }) => "not recorded",
        var (_, answer) => string.Create(CultureInfo.InvariantCulture, $"answered {answer.Status}"),
    };

    private static Style Look(DemoOutcome outcome) => Said(outcome) switch
    {
        DemoFindings.ProcessedOutcome => Good,
        "duplicate" or "refused" => Noted,
        _ => Bad,
    };

    private static Style AttemptsLook(DemoOutcome outcome) => Record(outcome)?.Attempts > 1 ? Noted : Style.Plain;

    /// <summary>Longer references are UUIDs as a rule, whose first half tells them apart here.</summary>
    private static string Cut(string reference) => reference.Length <= LongestReference ? reference : $"{reference[..(LongestReference - 1)]}…";

    private static Text Number(int value, Style style) => new(value.ToString(CultureInfo.InvariantCulture), style);

    private static TimeSpan Average<T>(IReadOnlyCollection<T> items, Func<T, TimeSpan> time) =>
        TimeSpan.FromTicks((long)items.Average(item => time(item).Ticks));

    private static string Milliseconds(TimeSpan time) => string.Create(CultureInfo.InvariantCulture, $"{time.TotalMilliseconds:0.0} ms");

    private static string Seconds(TimeSpan time) => string.Create(CultureInfo.InvariantCulture, $"{time.TotalSeconds:0.00} s");
}
