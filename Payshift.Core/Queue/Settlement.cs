namespace Payshift.Core.Queue;

/// <summary>The settlement of a lease: how it ends.</summary>
/// <param name="Delay">With <see cref="SettlementKind.Retry"/> and <see cref="SettlementKind.Defer"/>, when it is due again.</param>
/// <param name="Error">With <see cref="SettlementKind.Retry"/>, why the attempt failed.</param>
/// <param name="Provider">With <see cref="SettlementKind.Hold"/>, the paused provider.</param>
public readonly record struct Settlement(
    Lease Lease, SettlementKind Kind, TimeSpan Delay = default, AttemptError? Error = null, string? Provider = null);
