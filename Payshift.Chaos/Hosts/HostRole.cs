namespace Payshift.Chaos.Hosts;

internal enum HostRole
{
    /// <summary>Takes deliveries; its timers are as good as off.</summary>
    Receiver,

    /// <summary>Works off batches and cleans up, by its timers.</summary>
    Worker,
}
