using Microsoft.Extensions.Options;
using StackExchange.Redis;

namespace Payshift.Core.Queue;

/// <summary>The one connection to Redis of this process. It is made once and mends itself.</summary>
internal sealed class RedisConnection : IAsyncDisposable
{
    /// <summary>Receiving answers within two seconds, Redis or not; a heartbeat may notice late.</summary>
    private static readonly TimeSpan AnswerTimeout = TimeSpan.FromMilliseconds(1250);

    private static readonly TimeSpan ReconnectDelay = TimeSpan.FromMilliseconds(500);

    private readonly Lazy<Task<ConnectionMultiplexer>> _multiplexer;

    public RedisConnection(IOptions<RedisOptions> options)
    {
        var configuration = Configure(options.Value.ConnectionString);
        _multiplexer = new Lazy<Task<ConnectionMultiplexer>>(() => ConnectionMultiplexer.ConnectAsync(configuration));
    }

    /// <summary>Runs a script and tells outages from everything else.</summary>
    /// <exception cref="QueueUnavailableException">Redis did not answer, or cannot take writes now.</exception>
    public async Task<RedisResult> EvaluateAsync(QueueScript script, RedisKey[] keys, RedisValue[] values)
    {
        try
        {
            // The first connection tries for longer than a caller can wait; it goes on in the background.
            var multiplexer = await _multiplexer.Value.WaitAsync(AnswerTimeout).ConfigureAwait(false);
            var database = multiplexer.GetDatabase();
            try
            {
                // By hash: given the text, the client would look that up at every call.
                return await database.ScriptEvaluateAsync(script.Hash, keys, values).ConfigureAwait(false);
            }
            catch (RedisServerException exception) when (exception.Message.StartsWith("NOSCRIPT", StringComparison.Ordinal))
            {
                return await database.ScriptEvaluateAsync(script.Text, keys, values).ConfigureAwait(false);
            }
        }
        catch (Exception exception) when (IsOutage(exception))
        {
            throw new QueueUnavailableException("Redis did not answer.", exception);
        }
    }

    /// <summary>Hears what is published to a channel from now on, over reconnections too.</summary>
    /// <exception cref="QueueUnavailableException">Redis did not answer.</exception>
    public async Task SubscribeAsync(string channel, Action<string> heard)
    {
        try
        {
            var multiplexer = await _multiplexer.Value.WaitAsync(AnswerTimeout).ConfigureAwait(false);
            await multiplexer.GetSubscriber().SubscribeAsync(RedisChannel.Literal(channel), (_, message) => heard(message.ToString())).ConfigureAwait(false);
        }
        catch (Exception exception) when (IsOutage(exception))
        {
            throw new QueueUnavailableException("Redis did not answer.", exception);
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (_multiplexer.IsValueCreated)
        {
            await (await _multiplexer.Value.ConfigureAwait(false)).DisposeAsync().ConfigureAwait(false);
        }
    }

    /// <summary>The user's settings, with our defaults where they say nothing.</summary>
    internal static ConfigurationOptions Configure(string connectionString)
    {
        var configuration = ConfigurationOptions.Parse(connectionString);
        configuration.AbortOnConnectFail = false;
        configuration.ClientName ??= "payshift";
        configuration.ReconnectRetryPolicy = new LinearRetry((int)ReconnectDelay.TotalMilliseconds);
        // Nothing piles up while Redis is away: a call fails at once, and its provider sends the webhook again.
        configuration.BacklogPolicy = BacklogPolicy.FailFast;
        configuration.HeartbeatInterval = ReconnectDelay;
        if (!Names("connectTimeout"))
        {
            configuration.ConnectTimeout = (int)AnswerTimeout.TotalMilliseconds;
        }

        if (!Names("asyncTimeout") && !Names("syncTimeout"))
        {
            configuration.AsyncTimeout = (int)AnswerTimeout.TotalMilliseconds;
        }

        return configuration;

        bool Names(string option) => connectionString.Contains(option + "=", StringComparison.OrdinalIgnoreCase);
    }

    private static bool IsOutage(Exception exception) => exception switch
    {
        RedisConnectionException or TimeoutException or ObjectDisposedException => true,
        // Loading, fail-over, full, or a replica: all pass without our doing.
        RedisServerException server => OutageErrors.Any(error => server.Message.Contains(error, StringComparison.Ordinal)),
        _ => false,
    };

    private static readonly string[] OutageErrors =
        ["LOADING", "READONLY", "CLUSTERDOWN", "MASTERDOWN", "TRYAGAIN", "BUSY", "OOM", "MISCONF", "NOREPLICAS"];
}
