namespace Payshift.Core.Queue;

/// <param name="Reclaimed">Webhooks whose lease had ended.</param>
/// <param name="Recovered">Webhooks that no part of the queue held.</param>
/// <param name="Forgotten">Deduplication entries past their window.</param>
public readonly record struct RecoveryResult(int Reclaimed, int Recovered, int Forgotten);
