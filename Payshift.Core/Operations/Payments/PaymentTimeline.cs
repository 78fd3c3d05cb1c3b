using Payshift.Core.Storage.Results;

namespace Payshift.Core.Operations.Payments;

/// <summary>The webhooks of one payment reference from all providers, and the state that follows from them.</summary>
public sealed record PaymentTimeline
{
    public required string Reference { get; init; }

    /// <summary>The latest by event time, then by rank, over all providers; null where no event says.</summary>
    public PaymentState? State { get; init; }

    /// <summary>The time of the event since which the state is said.</summary>
    public DateTimeOffset? Since { get; init; }

    /// <summary>By name, each with its own latest state.</summary>
    public required IReadOnlyList<ProviderState> Providers { get; init; }

    /// <summary>Whether providers that know the reference say different things of it.</summary>
    public bool IsContradictory { get; init; }

    /// <summary>Newest event first; of the same time, the one that decides first.</summary>
    public required IReadOnlyList<PaymentRecord> Webhooks { get; init; }

    /// <param name="records">In any order.</param>
    public static PaymentTimeline Of(string reference, IEnumerable<PaymentRecord> records)
    {
        var webhooks = records.OrderByDescending(record => record.EventTime)
            .ThenByDescending(record => record.State)
            .ThenBy(record => record.Id, StringComparer.Ordinal)
            .ToArray();
        var providers = webhooks.GroupBy(record => record.Provider)
            .OrderBy(own => own.Key, StringComparer.Ordinal)
            .Select(Summarize)
            .ToArray();
        var latest = PaymentStateReducer.Latest(webhooks);
        return new PaymentTimeline
        {
            Reference = reference,
            State = latest.State,
            Since = latest.Since,
            Providers = providers,
            IsContradictory = providers.Select(provider => provider.State).OfType<PaymentState>().Distinct().Count() > 1,
            Webhooks = webhooks,
        };
    }

    private static ProviderState Summarize(IGrouping<string, PaymentRecord> own)
    {
        var (state, since) = PaymentStateReducer.Latest(own);
        return new ProviderState(own.Key, state, since, own.Count());
    }
}
