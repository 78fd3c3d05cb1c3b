namespace Payshift.Core.Receiving.Inbox;

/// <summary>The outcome of one import from the inbox.</summary>
/// <param name="Kept">Webhooks that are in the queue now.</param>
/// <param name="Duplicates">Webhooks that the queue knew, or whose result is recorded.</param>
/// <param name="Unreadable">Rows that are kept as failures.</param>
internal readonly record struct InboxImport(int Kept, int Duplicates, int Unreadable)
{
    public int Rows => Kept + Duplicates + Unreadable;

    public static InboxImport operator +(InboxImport left, InboxImport right) =>
        new(left.Kept + right.Kept, left.Duplicates + right.Duplicates, left.Unreadable + right.Unreadable);
}
