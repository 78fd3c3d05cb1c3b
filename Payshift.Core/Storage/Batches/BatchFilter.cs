namespace Payshift.Core.Storage.Batches;

/// <summary>The conditions of a search for batches: one of a batch's counts must meet all that are set.</summary>
/// <param name="From">Began at this time or later.</param>
/// <param name="To">Began before this time.</param>
/// <param name="Provider">With a webhook of this one; null for all.</param>
/// <param name="PaymentMethod">With a webhook of this one; null for all.</param>
/// <param name="Outcome">With a webhook that ended like this; null for all.</param>
public sealed record BatchFilter(
    DateTimeOffset From, DateTimeOffset To, string? Provider = null, string? PaymentMethod = null, BatchOutcome? Outcome = null)
{
    /// <summary>The period where none is named.</summary>
    public static readonly TimeSpan UsualPeriod = TimeSpan.FromDays(90);
}
