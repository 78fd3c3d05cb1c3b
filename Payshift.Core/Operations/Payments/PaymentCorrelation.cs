using Payshift.Core.Storage.Results;

namespace Payshift.Core.Operations.Payments;

/// <summary>The correlation of what several providers, orders and customers say of one reference, in bounded work.</summary>
internal sealed class PaymentCorrelation(IResultTable results)
{
    /// <summary>One page of Table Storage.</summary>
    public const int MaxWebhooks = 1000;

    /// <summary>Payments that an order or a customer leads to.</summary>
    public const int MaxPayments = 100;

    /// <summary>Payments whose state is looked up, each with a query.</summary>
    public const int MaxStates = 50;

    /// <summary>Orders and customers that are followed, of each kind.</summary>
    private const int MaxLinks = 5;

    /// <summary>Newest webhooks that make up the state of a linked payment.</summary>
    private const int StateWebhooks = 50;

    private const int Parallelism = 16;

    public async Task<PaymentOverview> ReadAsync(string reference, CancellationToken cancellationToken)
    {
        var records = await results.FindAsync(reference, MaxWebhooks + 1, cancellationToken);
        var timeline = PaymentTimeline.Of(reference, records.Take(MaxWebhooks));
        var links = await Task.WhenAll(
            Followed(timeline, record => record.OrderReference).Select(order => ReadOrderAsync(order, reference, cancellationToken))
                .Concat(Followed(timeline, record => record.CustomerReference)
                    .Select(customer => ReadLinkAsync(PaymentLinkKind.Customer, customer, reference, cancellationToken))));

        // What was asked for may be an order's or a customer's reference; usually it is not.
        var known = links.Where(link => link.Reference != reference || link.Payments.Count > 0).ToArray();
        return new PaymentOverview(timeline, records.Count > MaxWebhooks, await WithStatesAsync(known, cancellationToken));
    }

    private static IEnumerable<string> Followed(PaymentTimeline timeline, Func<PaymentRecord, string?> select) =>
        timeline.Webhooks.Select(select).OfType<string>().Distinct().Take(MaxLinks).Append(timeline.Reference).Distinct();

    /// <summary>Where one provider is given the order's reference for the payment itself, the order is a payment, too.</summary>
    private async Task<PaymentLink> ReadOrderAsync(string order, string reference, CancellationToken cancellationToken)
    {
        var link = ReadLinkAsync(PaymentLinkKind.Order, order, reference, cancellationToken);
        var own = order == reference ? [] : await results.FindAsync(order, StateWebhooks, cancellationToken);
        var linked = await link;
        return own.Count == 0 || linked.Payments.Any(payment => payment.Reference == order)
            ? linked
            : linked with { Payments = [new LinkedPayment(order, [.. own.Select(record => record.Provider).Distinct().Order(StringComparer.Ordinal)]), .. linked.Payments] };
    }

    private async Task<PaymentLink> ReadLinkAsync(PaymentLinkKind kind, string value, string reference, CancellationToken cancellationToken)
    {
        var rows = await results.FindLinkedAsync(kind, value, MaxPayments + 1, cancellationToken);
        var others = rows.Payments.Where(payment => payment.Key != reference).Select(payment => new LinkedPayment(payment.Key, payment.Value)).ToArray();
        return new PaymentLink(kind, value, [.. others.Take(MaxPayments)], rows.HasMore || others.Length > MaxPayments);
    }

    private async Task<IReadOnlyList<PaymentLink>> WithStatesAsync(PaymentLink[] links, CancellationToken cancellationToken)
    {
        var sought = links.SelectMany(link => link.Payments).Select(payment => payment.Reference).Distinct().Take(MaxStates).ToArray();
        var timelines = new PaymentTimeline[sought.Length];
        await Parallel.ForAsync(
            0,
            sought.Length,
            new ParallelOptions { MaxDegreeOfParallelism = Parallelism, CancellationToken = cancellationToken },
            async (index, token) => timelines[index] = PaymentTimeline.Of(
                sought[index], await results.FindAsync(sought[index], StateWebhooks, token)));

        var states = timelines.ToDictionary(timeline => timeline.Reference);
        return [.. links.Select(link => link with
        {
            Payments = [.. link.Payments.Select(payment => states.TryGetValue(payment.Reference, out var timeline)
                ? payment with { State = timeline.State, Since = timeline.Since }
                : payment)],
        })];
    }
}
