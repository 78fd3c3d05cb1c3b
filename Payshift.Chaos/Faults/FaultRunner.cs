using System.Diagnostics;
using Payshift.Chaos.Hosts;
using Payshift.Chaos.Network;
using Payshift.Chaos.Servers;

namespace Payshift.Chaos.Faults;

/// <summary>Does what the plan says, and undoes it.</summary>
internal sealed class FaultRunner(HostFleet fleet, RedisServer redis, TableServer tables, Timeline timeline)
{
    private static readonly TimeSpan RedisDelay = TimeSpan.FromMilliseconds(60);
    private static readonly TimeSpan TablesDelay = TimeSpan.FromMilliseconds(250);

    private readonly Lock _lock = new();
    private readonly List<Fault> _present = [];
    private readonly Dictionary<FaultKind, int> _counts = [];

    public IReadOnlyDictionary<FaultKind, int> Counts
    {
        get
        {
            lock (_lock)
            {
                return new Dictionary<FaultKind, int>(_counts);
            }
        }
    }

    /// <summary>The faults of this moment, for people.</summary>
    public IReadOnlyList<string> Present
    {
        get
        {
            lock (_lock)
            {
                return [.. _present.Select(Describe)];
            }
        }
    }

    public Task RunAsync(IReadOnlyList<Fault> faults, CancellationToken cancellationToken)
    {
        var started = Stopwatch.GetTimestamp();
        return Task.WhenAll(faults.Select(fault => RunAsync(fault, started, cancellationToken)));
    }

    private async Task RunAsync(Fault fault, long started, CancellationToken cancellationToken)
    {
        await Task.Delay(fault.At, cancellationToken);
        lock (_lock)
        {
            _present.Add(fault);
            _counts[fault.Kind] = _counts.GetValueOrDefault(fault.Kind) + 1;
        }

        timeline.Note($"{Describe(fault)}, for {fault.Duration.TotalSeconds:0.0} s");
        await BeginAsync(fault);
        var left = fault.End - Stopwatch.GetElapsedTime(started);
        await Task.Delay(left > TimeSpan.Zero ? left : TimeSpan.Zero, cancellationToken);
        await EndAsync(fault, cancellationToken);
        lock (_lock)
        {
            _present.Remove(fault);
        }

        timeline.Note($"{Describe(fault)}: over");
    }

    private Task BeginAsync(Fault fault)
    {
        switch (fault.Kind)
        {
            case FaultKind.ReceiverKilled:
                return fleet.Receivers[fault.Host].KillAsync(fault.Duration);
            case FaultKind.WorkerKilled:
                return fleet.Workers[fault.Host].KillAsync(fault.Duration);
            case FaultKind.WorkerPaused:
                fleet.Workers[fault.Host].Pause();
                break;
            case FaultKind.RedisPaused:
                redis.Process.Pause();
                break;
            case FaultKind.RedisKilled:
                return redis.Process.KillAsync();
            case FaultKind.TablesPaused:
                tables.Process.Pause();
                break;
            default:
                SetLinks(fault, isPresent: true);
                break;
        }

        return Task.CompletedTask;
    }

    private Task EndAsync(Fault fault, CancellationToken cancellationToken)
    {
        switch (fault.Kind)
        {
            case FaultKind.ReceiverKilled or FaultKind.WorkerKilled:
                // They start again by themselves.
                break;
            case FaultKind.WorkerPaused:
                fleet.Workers[fault.Host].Resume();
                break;
            case FaultKind.RedisPaused:
                redis.Process.Resume();
                break;
            case FaultKind.RedisKilled:
                return redis.StartAsync(cancellationToken);
            case FaultKind.TablesPaused:
                tables.Process.Resume();
                break;
            default:
                SetLinks(fault, isPresent: false);
                break;
        }

        return Task.CompletedTask;
    }

    private void SetLinks(Fault fault, bool isPresent)
    {
        var state = fault.Kind switch
        {
            _ when !isPresent => LinkState.Open,
            FaultKind.RedisSlow or FaultKind.TablesSlow => LinkState.Slow,
            FaultKind.RedisSilent or FaultKind.TablesSilent => LinkState.Silent,
            _ => LinkState.Cut,
        };
        var isRedis = fault.Kind is FaultKind.RedisCut or FaultKind.RedisSilent or FaultKind.RedisSlow or FaultKind.HostLosesRedis;
        var hosts = fault.Kind is FaultKind.HostLosesRedis or FaultKind.HostLosesTables ? [fleet.All[fault.Host]] : fleet.All;
        foreach (var host in hosts)
        {
            (isRedis ? host.Links.Redis : host.Links.Tables).Set(state, isRedis ? RedisDelay : TablesDelay);
        }
    }

    private string Describe(Fault fault) => fault.Kind switch
    {
        FaultKind.ReceiverKilled => $"{fleet.Receivers[fault.Host].Plan.Name} killed",
        FaultKind.WorkerKilled => $"{fleet.Workers[fault.Host].Plan.Name} killed",
        FaultKind.WorkerPaused => $"{fleet.Workers[fault.Host].Plan.Name} paused",
        FaultKind.HostLosesRedis => $"{fleet.All[fault.Host].Plan.Name} loses redis",
        FaultKind.HostLosesTables => $"{fleet.All[fault.Host].Plan.Name} loses tables",
        FaultKind.RedisPaused => "redis paused",
        FaultKind.RedisKilled => "redis killed",
        FaultKind.RedisCut => "redis cut off",
        FaultKind.RedisSilent => "redis silent",
        FaultKind.RedisSlow => "redis slow",
        FaultKind.TablesPaused => "tables paused",
        FaultKind.TablesCut => "tables cut off",
        FaultKind.TablesSilent => "tables silent",
        _ => "tables slow",
    };
}
