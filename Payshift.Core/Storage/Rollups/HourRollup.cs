using Payshift.Core.Storage.Batches;

namespace Payshift.Core.Storage.Rollups;

/// <summary>The sum of the batches of one hour, as <c>WebhookRollups</c> keeps it.</summary>
/// <param name="Hour">The beginning of the hour.</param>
/// <param name="Batches">How many batches began in it.</param>
/// <param name="Counts">One for each provider, payment method and outcome.</param>
public sealed record HourRollup(DateTimeOffset Hour, int Batches, IReadOnlyList<BatchCount> Counts);
