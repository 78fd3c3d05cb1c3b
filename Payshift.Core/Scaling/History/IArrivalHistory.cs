using Payshift.Core.Queue.Stats;

namespace Payshift.Core.Scaling.History;

/// <summary>The queue's totals at one moment of every minute of the last days, for forecasts and for rates.</summary>
/// <remarks>Every method throws <see cref="QueueUnavailableException"/> when Redis does not answer.</remarks>
public interface IArrivalHistory
{
    /// <summary>Notes the totals for this minute. Safe to repeat, and from several instances at once: the first of a minute is kept.</summary>
    /// <returns>Whether this was the first of its minute.</returns>
    Task<bool> RecordAsync(QueueCounters totals);

    /// <param name="minutes">How far back, at most <see cref="HistoryConstants.WindowMinutes"/>.</param>
    /// <returns>What was noted, oldest first; minutes in which nobody noted anything are missing.</returns>
    Task<IReadOnlyList<TotalsSample>> ReadAsync(int minutes);
}
