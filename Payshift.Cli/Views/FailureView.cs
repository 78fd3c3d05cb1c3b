using System.Text.Json;
using Payshift.Core.Operations.Failures;

namespace Payshift.Cli.Views;

/// <summary>One failure with everything that is kept of it.</summary>
internal static class FailureView
{
    private static readonly Style Strong = new(decoration: Decoration.Bold);
    private static readonly Style Bad = new(Color.Red);

    public static void Write(IAnsiConsole console, FailureResponse report, OutputFormat format)
    {
        if (format == OutputFormat.Json)
        {
            console.WriteRaw(OutputJson.Write(report));
            return;
        }

        var failure = report.Failure;
        console.WriteLine($"{failure.Id}  {failure.Status.ToString().ToLowerInvariant()}", Strong);
        var grid = new Grid().AddColumn(new GridColumn().NoWrap()).AddColumn(new GridColumn());
        Add("provider", failure.Provider);
        Add("event", $"{failure.EventType} {failure.EventId}");
        Add("payment", string.Join(", ", new[] { failure.PaymentReference, failure.PaymentMethod, Amounts.Text(failure.AmountMinor, failure.AmountExponent, failure.Currency) }.Where(text => text.Length > 0)));
        Add("priority", failure.Priority.ToString().ToLowerInvariant());
        Add("happened", Times.Text(failure.EventTime));
        Add("received", Times.Text(failure.ReceivedAt));
        Add("failed", string.Create(CultureInfo.InvariantCulture, $"{Times.Text(failure.FailedAt)}, attempts: {failure.Attempts}, dead workers: {failure.Crashes}, batch {failure.BatchId}"));
        if (failure.Readmissions > 0)
        {
            Add("before", string.Create(CultureInfo.InvariantCulture, $"retried by hand before it failed: {failure.Readmissions}"));
        }

        if (failure.RetriedAt is { } at)
        {
            Add("retried", $"{Times.Text(at)} by {failure.RetriedBy}; the outcome is not recorded yet");
        }

        Add("reason", failure.Reason, Bad);
        foreach (var error in report.Errors)
        {
            Add(string.Create(CultureInfo.InvariantCulture, $"attempt {error.Attempt}"), $"{Times.Text(error.At)}  {error.Reason}");
        }

        foreach (var (name, value) in report.Headers)
        {
            Add(name, value);
        }

        console.Write(grid);
        console.WriteLine();
        console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"payload, {failure.PayloadLength} bytes"), Strong);
        // Raw, because wrapped it could not be copied.
        console.WriteRaw(report.Payload is { } payload ? PlainText.Lines(Indented(payload)) : "is no text");

        void Add(string name, string value, Style? style = null) => grid.AddRow(new Text(name), new Text(PlainText.Line(value), style));
    }

    private static string Indented(string payload)
    {
        try
        {
            using var json = JsonDocument.Parse(payload);
            return OutputJson.Write(json.RootElement);
        }
        catch (JsonException)
        {
            // A form, XML, or not whole.
            return payload;
        }
    }
}
