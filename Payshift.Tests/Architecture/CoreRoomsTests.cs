using Payshift.Core.Processing;

namespace Payshift.Tests.Architecture;

/// <summary>The rooms of Payshift.Core, of which each uses only those before it.</summary>
public sealed class CoreRoomsTests
{
    private static readonly string[] Rooms =
    [
        "Webhooks", "Telemetry", "Redis", "Queue", "Storage", "Providers", "Receiving", "Verification", "Processing", "Cleanup", "Scaling", "Operations", "Hosting",
    ];

    private static readonly NamespaceOrder Order = new(typeof(Webhook).Assembly, "Payshift.Core", Rooms);

    [Fact]
    public void Every_type_is_in_a_room() => Assert.Equal(Rooms.Order(), Order.RoomsWithTypes().Order());

    [Fact]
    public void No_room_uses_a_later_one() => NamespaceOrder.AssertNone(Order.UsesAgainstTheOrder());

    [Fact]
    public void No_namespaces_are_in_a_circle() => NamespaceOrder.AssertNone(Order.Circles());

    /// <summary>Bodies of asynchronous methods are compiled into types of their own: their uses count as well.</summary>
    [Fact]
    public void Uses_in_asynchronous_bodies_are_seen() => Assert.True(Order.Has(typeof(BatchProcessor), typeof(StorageUnavailableException)));
}
