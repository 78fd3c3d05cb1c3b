namespace Payshift.Cli.Sending;

/// <summary>The report of what was sent: a line a delivery where they are few, and the sums.</summary>
internal static class SendReport
{
    private const int WorthALine = 20;

    private static readonly Style Good = new(Color.Green);
    private static readonly Style Bad = new(Color.Red);
    private static readonly Style Quiet = new(Color.Grey);

    public static void Write(IAnsiConsole console, SendResult result)
    {
        var shown = result.Sent <= WorthALine ? result.Deliveries : [.. result.Deliveries.Where(delivery => !delivery.AsExpected).Take(WorthALine)];
        if (shown.Count > 0)
        {
            console.Write(Deliveries(shown, console.Profile.Width));
        }

        console.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{result.Sent} sent, {result.Accepted} accepted ({result.Kept} kept, {result.Duplicates} duplicates), {result.Refused} refused"),
            result.NotAsExpected == 0 ? Good : Style.Plain);
        if (result.NotAsExpected > 0)
        {
            console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{result.NotAsExpected} not as expected"), Bad);
        }

        console.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"in {result.ElapsedSeconds:0.00} s, answered in {result.AverageMilliseconds:0.0} ms on average, 99 of 100 within {result.P99Milliseconds:0.0} ms"),
            Quiet);
        console.WriteLine(result.Url.ToString(), Quiet);
    }

    private static Table Deliveries(IReadOnlyList<SentDelivery> deliveries, int width) => TextTable.Of<SentDelivery>(
        deliveries,
        [
            new("Type", 5, delivery => delivery.EventType),
            new("Reference", 8, delivery => delivery.PaymentReference),
            new("Event", 2, delivery => delivery.EventId),
            new("Answer", 9, delivery => string.Create(CultureInfo.InvariantCulture, $"{delivery.Status} {delivery.Said}"), Style: delivery => delivery.AsExpected ? Good : Bad),
            new("Time", 3, delivery => string.Create(CultureInfo.InvariantCulture, $"{delivery.ElapsedMilliseconds:0.0} ms"), Justify.Right),
        ],
        width);
}
