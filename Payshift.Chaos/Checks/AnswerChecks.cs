using Payshift.Chaos.Load;

namespace Payshift.Chaos.Checks;

/// <summary>What providers were answered.</summary>
internal static class AnswerChecks
{
    private const int Unavailable = 503;

    public static CheckResult Acknowledged(Evidence evidence) => new(
        "Every delivery was acknowledged in the end",
        evidence.Plan.Deliveries.Count,
        [.. evidence.Plan.Deliveries.Where(delivery => !delivery.IsAcknowledged).Select(delivery => Describe(delivery.Event))]);

    /// <summary>Nothing in the plan deserves a refusal: what cannot be kept now is to be sent again.</summary>
    public static CheckResult Statuses(Evidence evidence) => new(
        "Every answer was 2xx or 503",
        evidence.Sent.Statuses.Values.Sum(),
        [.. evidence.Sent.Statuses
            .Where(status => status.Key is not (>= 200 and < 300) and not Unavailable)
            .Select(status => $"{status.Value} answers were {status.Key}")]);

    public static CheckResult KeptOnce(Evidence evidence) => new(
        "No event was answered as new twice",
        evidence.Plan.Events.Count,
        [.. evidence.Plan.Events.Where(planned => planned.Kept > 1).Select(planned => $"{Describe(planned)}: {planned.Kept} times")]);

    internal static string Describe(PlannedEvent planned) => $"{planned.Sample.Provider} {planned.Sample.EventId} ({planned.Fate})";
}
