using System.Diagnostics;
using Azure.Core;
using Azure.Identity;
using Microsoft.Extensions.Logging.Abstractions;
using Payshift.Core.Telemetry;
using StackExchange.Redis;

namespace Payshift.Core.Redis;

/// <summary>The one connection to Redis of this process. It is made once and mends itself.</summary>
internal sealed class RedisConnection : IAsyncDisposable
{
    private readonly RedisConnector _connector;
    private readonly PayshiftTelemetry _telemetry;
    private readonly Lock _connecting = new();
    private long _attempted;
    private volatile Task<ConnectionMultiplexer>? _multiplexer;

    /// <param name="credential">Who signs in with Microsoft Entra ID; where absent, the identity that the environment offers.</param>
    public RedisConnection(
        IOptions<RedisOptions> options, PayshiftTelemetry telemetry, TimeProvider? time = null, ILogger<EntraSignIn>? logger = null, TokenCredential? credential = null)
    {
        var signIn = options.Value.Authentication == RedisAuthentication.Entra
            ? new EntraSignIn(credential ?? new DefaultAzureCredential(), time ?? TimeProvider.System, logger ?? NullLogger<EntraSignIn>.Instance)
            : null;
        (_connector, _telemetry) = (new RedisConnector(options.Value, signIn), telemetry);
    }

    /// <summary>Runs a script and tells outages from everything else.</summary>
    /// <exception cref="QueueUnavailableException">Redis did not answer, or cannot take writes now.</exception>
    public async Task<RedisResult> EvaluateAsync(RedisScript script, RedisKey[] keys, RedisValue[] values)
    {
        var since = Stopwatch.GetTimestamp();
        try
        {
            var result = await CallAsync(script, keys, values);
            _telemetry.RecordScript(script.Name, since, null);
            return result;
        }
        catch (Exception exception) when (RedisOutage.Is(exception))
        {
            _telemetry.RecordScript(script.Name, since, "unavailable");
            throw new QueueUnavailableException("Redis did not answer.", exception);
        }
        catch (RedisServerException)
        {
            _telemetry.RecordScript(script.Name, since, "refused");
            throw;
        }
    }

    /// <summary>Hears what is published to a channel from now on, over reconnections too.</summary>
    /// <exception cref="QueueUnavailableException">Redis did not answer.</exception>
    public async Task SubscribeAsync(string channel, Action<string> heard)
    {
        try
        {
            var multiplexer = await ConnectAsync().WaitAsync(_connector.AnswerTimeout);
            await multiplexer.GetSubscriber().SubscribeAsync(RedisChannel.Literal(channel), (_, message) => heard(message.ToString()));
        }
        catch (Exception exception) when (RedisOutage.Is(exception))
        {
            throw new QueueUnavailableException("Redis did not answer.", exception);
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (_multiplexer is not null)
        {
            // An attempt that failed left nothing open.
            await ((Task)_multiplexer).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        await _connector.DisposeAsync();
    }

    private async Task<RedisResult> CallAsync(RedisScript script, RedisKey[] keys, RedisValue[] values)
    {
        // The first connection tries for longer than a caller can wait; it goes on in the background.
        var multiplexer = await ConnectAsync().WaitAsync(_connector.AnswerTimeout);
        var database = multiplexer.GetDatabase();
        try
        {
            // By hash: given the text, the client would look that up at every call.
            return await database.ScriptEvaluateAsync(script.Hash, keys, values, CommandFlags.DemandMaster);
        }
        catch (RedisServerException exception) when (exception.Message.StartsWith("NOSCRIPT", StringComparison.Ordinal))
        {
            return await database.ScriptEvaluateAsync(script.Text, keys, values, CommandFlags.DemandMaster);
        }
    }

    private Task<ConnectionMultiplexer> ConnectAsync()
    {
        if (_multiplexer is { IsFaulted: false } multiplexer)
        {
            return multiplexer;
        }

        lock (_connecting)
        {
            // Only the ways over a sentinel and to a token can fail; else the client goes on trying by itself.
            if (_multiplexer is null || (_multiplexer.IsFaulted && Stopwatch.GetElapsedTime(_attempted) >= RedisSettings.ReconnectDelay))
            {
                _attempted = Stopwatch.GetTimestamp();
                _multiplexer = _connector.ConnectAsync();
            }

            return _multiplexer;
        }
    }
}
