using Payshift.Cli.Invocation;
using Payshift.Cli.Processing;

namespace Payshift.Tests.Architecture;

/// <summary>The rooms of the command, of which each uses only those before it.</summary>
public sealed class CommandRoomsTests
{
    private static readonly string[] Rooms =
    [
        "Output", "Invocation", "Settings", "Selection", "Clients", "Sending", "Processing", "Retrying", "Schedules", "Views", "Demo", "Commands",
    ];

    private static readonly NamespaceOrder Order = new(typeof(CommandContext).Assembly, "Payshift.Cli", Rooms);

    [Fact]
    public void Every_type_is_in_a_room() => Assert.Equal(Rooms.Order(), Order.RoomsWithTypes().Order());

    [Fact]
    public void No_room_uses_a_later_one() => NamespaceOrder.AssertNone(Order.UsesAgainstTheOrder());

    [Fact]
    public void No_namespaces_are_in_a_circle() => NamespaceOrder.AssertNone(Order.Circles());

    [Fact]
    public void Uses_in_asynchronous_bodies_are_seen() => Assert.True(Order.Has(typeof(ProcessingRun), typeof(CommandException)));
}
