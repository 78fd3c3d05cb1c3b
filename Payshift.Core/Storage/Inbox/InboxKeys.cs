namespace Payshift.Core.Storage.Inbox;

/// <summary>
/// Keys of <c>WebhookInbox</c>. Read in their order, the rows come by priority, then by bucket of the payment reference, and
/// within it in order of arrival.
/// </summary>
/// <remarks>
/// With as many buckets as the queue has partitions, which is the default, that is the order in which each partition would
/// have taken them.
/// </remarks>
internal static class InboxKeys
{
    private const char Separator = '|';
    private const int TimeLength = 15;

    private static readonly long MaxTime = DateTimeOffset.MaxValue.ToUnixTimeMilliseconds();

    /// <returns>Priority, then bucket: <c>0-1f</c>.</returns>
    public static string Partition(Webhook webhook, int buckets) =>
        string.Create(CultureInfo.InvariantCulture, $"{(int)webhook.Priority}-{TableKeys.Bucket(webhook.PaymentReference, buckets)}");

    /// <returns>Time of receipt in milliseconds, then id.</returns>
    public static string Row(Webhook webhook) =>
        string.Create(CultureInfo.InvariantCulture, $"{webhook.ReceivedAt.ToUnixTimeMilliseconds():D15}{Separator}{webhook.Id}");

    public static bool TryParse(string row, out DateTimeOffset receivedAt, out WebhookId id)
    {
        (receivedAt, id) = (default, default);
        if (row.Length <= TimeLength
            || row[TimeLength] != Separator
            || !long.TryParse(row.AsSpan(0, TimeLength), NumberStyles.None, CultureInfo.InvariantCulture, out var time)
            || time > MaxTime
            || !WebhookId.TryParse(row[(TimeLength + 1)..], out id))
        {
            return false;
        }

        receivedAt = DateTimeOffset.FromUnixTimeMilliseconds(time);
        return true;
    }
}
