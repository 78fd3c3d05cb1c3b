using System.Diagnostics;
using Microsoft.Extensions.Options;
using Payshift.Core.Redis;

namespace Payshift.Tests.Queue;

/// <summary>The queue over a connection of its own, and what a test does with it while Redis comes and goes.</summary>
internal sealed class ConnectedQueue : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly RedisConnection _connection;

    public ConnectedQueue(string connectionString, int partitions = 8, string? certificateAuthority = null, TimeSpan? leaseDuration = null)
    {
        var redis = Options.Create(new RedisOptions
        {
            ConnectionString = connectionString,
            CertificateAuthority = certificateAuthority,
            Partitions = partitions,
        });
        _connection = new RedisConnection(redis, UnheardTelemetry.Instance);
        Queue = new RedisWebhookQueue(
            _connection, new QueuePauses(_connection, TimeProvider.System), redis, Options.Create(new QueueOptions { LeaseDuration = leaseDuration ?? TimeSpan.FromMinutes(5) }), TimeProvider.System, Random.Shared);
    }

    public IWebhookQueue Queue { get; }

    public Task<EnqueueResult> UntilKeptAsync(string prefix) =>
        UntilAnsweredAsync(() => Queue.EnqueueAsync(SampleWebhooks.Many(40, prefix)), "Redis takes webhooks");

    public async Task<TimeSpan> TimeUntilKeptAsync(string prefix)
    {
        var started = Stopwatch.GetTimestamp();
        await UntilKeptAsync(prefix);
        return Stopwatch.GetElapsedTime(started);
    }

    /// <summary>Calls again until Redis answers. Any other exception than that of an outage fails the test.</summary>
    public static async Task<T> UntilAnsweredAsync<T>(Func<Task<T>> call, string what)
    {
        T? answer = default;
        await Eventually.TrueAsync(() => TryAsync(async () => answer = await call()), Patience, what);
        return answer!;
    }

    public static async Task<bool> TryAsync(Func<Task> call)
    {
        try
        {
            await call();
            return true;
        }
        catch (QueueUnavailableException)
        {
            return false;
        }
    }

    public ValueTask DisposeAsync() => _connection.DisposeAsync();
}
