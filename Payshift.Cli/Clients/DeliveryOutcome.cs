namespace Payshift.Cli.Clients;

/// <summary>The host's answer to a delivery, and the time it took.</summary>
/// <param name="Kept">New events; null where it was refused, or where the provider's answer does not count.</param>
/// <param name="Duplicates">Known events; null as <paramref name="Kept"/>.</param>
internal sealed record DeliveryOutcome(int Status, int? Kept, int? Duplicates, TimeSpan Elapsed)
{
    public bool IsAccepted => Status is >= 200 and < 300;

    public bool IsRefused => Status is >= 400 and < 500;
}
