using Payshift.Cli.Selection;
using Payshift.Core.Operations.Batches;

namespace Payshift.Cli.Views;

/// <summary>The display of batches, a row each.</summary>
internal static class BatchesView
{
    private static readonly Style Bad = new(Color.Red);
    private static readonly Style Noted = new(Color.Yellow);
    private static readonly Style Quiet = new(Color.Grey);

    public static void Write(IAnsiConsole console, ListPage<BatchResponse> page, OutputFormat format)
    {
        if (format == OutputFormat.Json)
        {
            console.WriteRaw(OutputJson.Write(new { Batches = page.Items, page.Continuation }));
            return;
        }

        if (page.Items.Count == 0 && page.Continuation is null)
        {
            console.WriteLine("no batches", Quiet);
            return;
        }

        console.Write(TextTable.Of(
            page.Items,
            [
                new("Began", 10, batch => Times.Text(batch.StartedAt)),
                new("Took", 5, batch => Seconds(batch.ElapsedSeconds), Justify.Right),
                new("Processed", 9, batch => Number(batch.Processed), Justify.Right),
                new("Retried", 7, batch => Number(batch.Retried), Justify.Right, batch => batch.Retried > 0 ? Noted : Style.Plain),
                new("Failed", 8, batch => Number(batch.Failed), Justify.Right, batch => batch.Failed > 0 ? Bad : Style.Plain),
                new("First", 2, batch => Number(batch.Received), Justify.Right),
                new("Delay", 4, batch => batch.AverageDelaySeconds is { } delay ? Seconds(delay) : "-", Justify.Right),
                new("Longest", 3, batch => Seconds(batch.MaxDelaySeconds), Justify.Right),
                new("Of", 6, Parts, Least: 16),
                new("Id", 1, batch => batch.Id),
            ],
            console.Profile.Width));
        PageNote.Write(console, page, "batches");
    }

    private static string Parts(BatchResponse batch) => string.Join(
        ", ", batch.Counts.Select(part => string.Create(CultureInfo.InvariantCulture, $"{part.Provider} {part.PaymentMethod} {part.Processed + part.Retried + part.Failed}")));

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Seconds(double seconds) => string.Create(CultureInfo.InvariantCulture, $"{seconds:0.00} s");
}
