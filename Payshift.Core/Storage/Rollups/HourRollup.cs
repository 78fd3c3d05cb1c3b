using Payshift.Core.Storage.Batches;

namespace Payshift.Core.Storage.Rollups;

/// <summary>What the batches of one hour did together: what <c>WebhookRollups</c> keeps of it.</summary>
/// <param name="Hour">When it began.</param>
/// <param name="Batches">How many batches began in it.</param>
/// <param name="Counts">One for each provider, payment method and outcome.</param>
public sealed record HourRollup(DateTimeOffset Hour, int Batches, IReadOnlyList<BatchCount> Counts);
