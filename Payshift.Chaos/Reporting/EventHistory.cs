using System.Globalization;
using Payshift.Chaos.Bank;
using Payshift.Chaos.Checks;
using Payshift.Chaos.Load;

namespace Payshift.Chaos.Reporting;

/// <summary>What is known of each event that did not end as it had to, in a file of the work folder.</summary>
internal static class EventHistory
{
    public static void Write(string folder, Evidence evidence)
    {
        using var file = new StreamWriter(Path.Combine(folder, "events.log"));
        var rows = evidence.Results.ToLookup(row => row.Key);
        foreach (var planned in RecordChecks.Wrong(evidence))
        {
            file.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{planned.Key} {AnswerChecks.Describe(planned)} of {planned.Sample.PaymentReference}: acknowledged {planned.Acknowledged} times"));
            foreach (var row in rows[planned.Key])
            {
                file.WriteLine($"  recorded as {row.Outcome}: {row.Reason}");
            }

            WriteAsks(file, evidence.Bank, planned);
        }
    }

    private static void WriteAsks(StreamWriter file, BankLedger bank, PlannedEvent planned)
    {
        if (bank.Entries.TryGetValue(planned.Key, out var entry))
        {
            foreach (var ask in entry.Asks)
            {
                file.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {ask.At:HH:mm:ss.fff} {ask.Worker} attempt {ask.Attempt}: {ask.Answer}"));
            }
        }
    }
}
