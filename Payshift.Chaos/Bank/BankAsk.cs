namespace Payshift.Chaos.Bank;

/// <summary>That a worker asked the bank for one webhook.</summary>
internal sealed record BankAsk(DateTimeOffset At, string Worker, int Attempt, BankAnswer Answer);
