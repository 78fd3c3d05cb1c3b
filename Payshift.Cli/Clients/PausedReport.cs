using Payshift.Core.Queue;

namespace Payshift.Cli.Clients;

/// <summary>What is paused and since when.</summary>
/// <param name="QueueSince">Null where the queue as a whole is not paused.</param>
internal sealed record PausedReport(DateTimeOffset? QueueSince, IReadOnlyDictionary<string, DateTimeOffset> ProvidersSince)
{
    public static PausedReport Of(PauseState state) => new(state.QueueSince, state.ProvidersSince);
}
