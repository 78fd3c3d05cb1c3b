using Payshift.Chaos.Network;

namespace Payshift.Chaos.Hosts;

/// <summary>A host's own ways to Redis and to Table Storage: one host can be cut off while others are not.</summary>
internal sealed class HostLinks(int redisPort, int tablesPort) : IAsyncDisposable
{
    public TcpProxy Redis { get; } = new(redisPort);

    public TcpProxy Tables { get; } = new(tablesPort);

    public async ValueTask DisposeAsync()
    {
        await Redis.DisposeAsync();
        await Tables.DisposeAsync();
    }
}
