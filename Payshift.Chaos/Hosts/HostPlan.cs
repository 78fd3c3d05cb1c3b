namespace Payshift.Chaos.Hosts;

/// <summary>One host of the fleet.</summary>
/// <param name="Shift">How far its clock is off.</param>
/// <param name="Overflows">Whether it keeps deliveries in Table Storage while Redis is away, instead of refusing them.</param>
internal sealed record HostPlan(string Name, HostRole Role, TimeSpan Shift, bool Overflows = false)
{
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    /// <summary>Enough of each that one can die while others go on.</summary>
    public static IReadOnlyList<HostPlan> Fleet { get; } =
    [
        new("receiver-1", HostRole.Receiver, Minute),
        new("receiver-2", HostRole.Receiver, -Minute, Overflows: true),
        new("worker-1", HostRole.Worker, Minute),
        new("worker-2", HostRole.Worker, TimeSpan.Zero),
        new("worker-3", HostRole.Worker, -Minute),
    ];

    public static int Receivers => Fleet.Count(host => host.Role == HostRole.Receiver);

    public static int Workers => Fleet.Count(host => host.Role == HostRole.Worker);
}
