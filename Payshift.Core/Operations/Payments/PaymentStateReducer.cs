using Payshift.Core.Storage.Results;

namespace Payshift.Core.Operations.Payments;

/// <summary>The reduction of webhooks to a payment's state, whatever the order in which they arrived.</summary>
internal static class PaymentStateReducer
{
    /// <summary>The state of the latest event that says one; of events of the same time, the one of the highest rank.</summary>
    /// <returns>The state, and the time of the event since which nothing else was said; nulls where no event says anything.</returns>
    public static (PaymentState? State, DateTimeOffset? Since) Latest(IEnumerable<PaymentRecord> records)
    {
        var said = records.Where(record => record.State is not null)
            .OrderByDescending(record => record.EventTime)
            .ThenByDescending(record => record.State)
            .ToArray();
        return said.Length == 0
            ? (null, null)
            : (said[0].State, said.TakeWhile(record => record.State == said[0].State).Last().EventTime);
    }
}
