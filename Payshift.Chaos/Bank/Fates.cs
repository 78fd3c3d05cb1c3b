namespace Payshift.Chaos.Bank;

/// <summary>Which fates end how.</summary>
internal static class Fates
{
    public static bool IsFailure(this Fate fate) => fate is Fate.IsRefused or Fate.FailsAlways or Fate.KillsItsWorker;

    /// <summary>What the reason of the permanent failure has to contain.</summary>
    public static string FailureReason(this Fate fate) => fate switch
    {
        Fate.IsRefused => BankHandler.RefusedReason,
        Fate.FailsAlways => "Gave up after",
        Fate.KillsItsWorker => "workers died",
        _ => throw new ArgumentOutOfRangeException(nameof(fate), fate, "It is no failure."),
    };
}
