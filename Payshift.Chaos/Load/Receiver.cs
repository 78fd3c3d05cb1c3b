namespace Payshift.Chaos.Load;

/// <summary>Where deliveries can be sent.</summary>
/// <param name="Overflows">Whether it keeps deliveries in Table Storage while Redis is away.</param>
internal sealed record Receiver(Uri Address, bool Overflows);
