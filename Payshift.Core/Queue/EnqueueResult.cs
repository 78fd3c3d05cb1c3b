namespace Payshift.Core.Queue;

/// <param name="Kept">Webhooks that are new.</param>
/// <param name="Duplicates">Webhooks that were known before.</param>
public readonly record struct EnqueueResult(int Kept, int Duplicates);
