namespace Payshift.Core.Redis.Circuits;

/// <summary>A party that is left alone because it does not answer. Webhooks that need it wait; none fails for it.</summary>
/// <param name="Name"><c>tables</c>, or a provider's name for its API.</param>
/// <param name="Since">When the first worker opened it, by the clock of Redis.</param>
/// <param name="Reason">What happened, for operators.</param>
public sealed record OpenCircuit(string Name, DateTimeOffset Since, string Reason);
