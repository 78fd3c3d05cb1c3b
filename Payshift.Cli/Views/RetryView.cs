using Payshift.Cli.Retrying;
using Payshift.Core.Operations.Failures;

namespace Payshift.Cli.Views;

/// <summary>The display of retries by hand.</summary>
internal static class RetryView
{
    private static readonly Style Good = new(Color.Green);
    private static readonly Style Noted = new(Color.Yellow);
    private static readonly Style Bad = new(Color.Red);

    public static void WriteItem(IAnsiConsole console, RetryResponse item) =>
        console.WriteLine($"{PlainText.Line(item.Id)}  {Words(item.Result)}", Look(item.Result));

    public static void WriteSums(IAnsiConsole console, RetrySummary summary)
    {
        if (summary.DryRun)
        {
            console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{Failures(summary.Matched)} would be retried"));
            return;
        }

        var sums = summary.Items.GroupBy(item => item.Result).OrderBy(same => same.Key)
            .Select(same => string.Create(CultureInfo.InvariantCulture, $"{same.Count()} {Words(same.Key)}"));
        console.WriteLine(
            summary.Items.Count == 0 ? "no failure to retry" : $"{Failures(summary.Items.Count)}: {string.Join(", ", sums)}",
            summary.HasLost ? Bad : Style.Plain);
        if (summary.Items.Any(item => item.Result == RetryResult.Unreadable))
        {
            console.WriteLine("unreadable: nothing that could be handled is kept; ask the provider to send the event again", Noted);
        }
    }

    public static string Failures(int count) => string.Create(CultureInfo.InvariantCulture, $"{count} {(count == 1 ? "failure" : "failures")}");

    private static string Words(RetryResult result) => result switch
    {
        RetryResult.Retried => "retried",
        RetryResult.AlreadyRetried => "already retried",
        RetryResult.InQueue => "in the queue",
        RetryResult.Processed => "processed meanwhile",
        RetryResult.Unreadable => "unreadable",
        _ => "not found",
    };

    private static Style Look(RetryResult result) => result switch
    {
        RetryResult.Retried => Good,
        RetryResult.NotFound or RetryResult.Unreadable => Bad,
        _ => Noted,
    };
}
