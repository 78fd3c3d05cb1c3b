namespace Payshift.Core.Redis.Circuits;

/// <summary>The registry of the circuits that are open in any worker. It decides nothing: each worker decides for itself.</summary>
public interface ICircuitRegistry
{
    /// <summary>Reports an open circuit. That Redis does not take it is no error.</summary>
    /// <param name="reason">For operators. No secrets and no payloads.</param>
    /// <param name="lifetime">How long it counts as open unless it is reported again or closed.</param>
    Task ReportOpenAsync(string name, string reason, TimeSpan lifetime);

    /// <summary>Reports that the party answers again. That Redis does not take it is no error.</summary>
    Task ReportClosedAsync(string name);

    /// <exception cref="QueueUnavailableException">Redis did not answer.</exception>
    Task<IReadOnlyList<OpenCircuit>> GetOpenAsync();
}
