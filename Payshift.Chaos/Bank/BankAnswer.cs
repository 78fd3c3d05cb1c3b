namespace Payshift.Chaos.Bank;

/// <summary>What the bank says to one order.</summary>
internal enum BankAnswer
{
    /// <summary>The effect is there, from now on or from before.</summary>
    Done,

    Busy,
    Refused,

    /// <summary>The handler is to throw.</summary>
    Throw,

    /// <summary>The worker is to die.</summary>
    Die,
}
