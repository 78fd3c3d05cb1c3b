using System.Security.Cryptography;
using Payshift.Chaos.Load;
using Payshift.Chaos.Servers;

namespace Payshift.Chaos.Hosts;

/// <summary>What hosts are told by their environment. Delays are short, so that much happens in a minute.</summary>
internal static class HostSettings
{
    public const int Buckets = 16;
    public const int Partitions = 16;

    public static readonly TimeSpan LeaseDuration = TimeSpan.FromSeconds(8);

    private const string Never = "0 0 0 1 1 *";

    public static Dictionary<string, string> For(HostPlan plan, int redisPort, int tablesPort, ProviderAccounts accounts)
    {
        var isWorker = plan.Role == HostRole.Worker;
        var settings = new Dictionary<string, string>
        {
            ["Payshift__Redis__ConnectionString"] = $"127.0.0.1:{redisPort}",
            ["Payshift__Redis__Partitions"] = $"{Partitions}",
            ["Payshift__Tables__ConnectionString"] = TableServer.ConnectionString(tablesPort),
            ["Payshift__Tables__Buckets"] = $"{Buckets}",
            ["Payshift__LocalHost__Key"] = RandomNumberGenerator.GetHexString(32),
            ["Payshift__Queue__LeaseDuration"] = $"{LeaseDuration:c}",
            ["Payshift__Processing__BatchTimeout"] = "00:00:03",
            // Workers look into the inbox at each run only where overflow is on.
            ["Payshift__Receiving__Overflow"] = isWorker || plan.Overflows ? "Table" : "None",
            ["Payshift__Retry__BaseDelay"] = "00:00:00.2",
            ["Payshift__Retry__MaxDelay"] = "00:00:02",
            ["ProcessSchedule"] = isWorker ? "*/1 * * * * *" : Never,
            ["CleanupSchedule"] = isWorker ? "*/10 * * * * *" : Never,
            ["Logging__LogLevel__Default"] = "Warning",
            // Processes that live for seconds do not profit from what is measured for later.
            ["DOTNET_TieredPGO"] = "0",
        };
        foreach (var (name, value) in accounts.Settings)
        {
            settings[name] = value;
        }

        return settings;
    }
}
