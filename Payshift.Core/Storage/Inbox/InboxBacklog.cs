namespace Payshift.Core.Storage.Inbox;

/// <summary>The number and the age of the rows in <c>WebhookInbox</c>.</summary>
/// <param name="Rows">Counted up to <see cref="MaxRows"/>, which then means as many or more.</param>
/// <param name="Oldest">Time of receipt of the oldest among those counted; null where none waits.</param>
public sealed record InboxBacklog(int Rows, DateTimeOffset? Oldest)
{
    public const int MaxRows = 1000;
}
