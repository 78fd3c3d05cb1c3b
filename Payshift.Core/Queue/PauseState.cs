using System.Text.Json.Serialization;

namespace Payshift.Core.Queue;

/// <summary>The queue and the providers that are paused, and since when by the clock of Redis.</summary>
/// <param name="QueueSince">Null where the queue as a whole is not paused.</param>
/// <param name="ProvidersSince">Each paused provider.</param>
public sealed record PauseState(DateTimeOffset? QueueSince, IReadOnlyDictionary<string, DateTimeOffset> ProvidersSince)
{
    public static readonly PauseState None = new(null, new Dictionary<string, DateTimeOffset>());

    [JsonIgnore]
    public bool IsQueuePaused => QueueSince is not null;

    public bool IsPaused(string provider) => ProvidersSince.ContainsKey(provider);
}
