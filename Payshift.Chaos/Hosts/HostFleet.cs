using Payshift.Chaos.Load;
using Payshift.Chaos.Servers;

namespace Payshift.Chaos.Hosts;

/// <summary>All hosts of the suite.</summary>
internal sealed class HostFleet : IAsyncDisposable
{
    private HostFleet(IReadOnlyList<HostProcess> all) => All = all;

    public IReadOnlyList<HostProcess> All { get; }

    public IReadOnlyList<HostProcess> Receivers => Of(HostRole.Receiver);

    public IReadOnlyList<HostProcess> Workers => Of(HostRole.Worker);

    public static async Task<HostFleet> StartAsync(
        string folder, Timeline timeline, RedisServer redis, TableServer tables, Uri bank, ProviderAccounts accounts, CancellationToken cancellationToken)
    {
        var fleet = new HostFleet([.. HostPlan.Fleet.Select(plan =>
        {
            var links = new HostLinks(redis.Port, tables.Port);
            string[] command = ["dotnet", typeof(HostFleet).Assembly.Location, .. ChaosHost.Arguments(plan, bank)];
            return new HostProcess(plan, command, folder, timeline, links, HostSettings.For(plan, links.Redis.Port, links.Tables.Port, accounts));
        })]);
        try
        {
            await Task.WhenAll(fleet.All.Select(host => host.WaitUntilReadyAsync(cancellationToken)));
            return fleet;
        }
        catch
        {
            await fleet.DisposeAsync();
            throw;
        }
    }

    public async ValueTask DisposeAsync() => await Task.WhenAll(All.Select(host => host.DisposeAsync().AsTask()));

    private HostProcess[] Of(HostRole role) => [.. All.Where(host => host.Plan.Role == role)];
}
