namespace Payshift.Chaos.Bank;

/// <summary>What a handler asks the bank to do for one webhook.</summary>
/// <param name="Key">The webhook's id, as idempotency key.</param>
/// <param name="Account">The payment reference.</param>
/// <param name="Attempt">1 for the first.</param>
/// <param name="Worker">Who asks.</param>
internal sealed record BankOrder(string Key, string Account, string EventId, DateTimeOffset EventTime, int Attempt, string Worker);
