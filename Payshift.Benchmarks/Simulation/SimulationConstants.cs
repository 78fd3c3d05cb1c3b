namespace Payshift.Benchmarks.Simulation;

/// <summary>What the simulated days are made of. Times in seconds, rates in webhooks a minute.</summary>
internal static class SimulationConstants
{
    public const int HistoryDays = 7;
    public const int DaySeconds = 24 * 60 * 60;
    public const int DayMinutes = DaySeconds / 60;

    /// <summary>Four batches at once and a handler that takes 200 ms a webhook.</summary>
    public const int Throughput = 1200;

    public const int MaxInstances = 12;

    /// <summary>How long a drain takes batches.</summary>
    public const int TimeBudget = 50;

    /// <summary>From the call to the first batch on an instance that was not there.</summary>
    public const int ColdStart = 30;

    /// <summary>How long the platform keeps an instance that has nothing to do.</summary>
    public const int IdleTime = 300;
}
