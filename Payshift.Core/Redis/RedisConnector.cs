using StackExchange.Redis;

namespace Payshift.Core.Redis;

/// <summary>The connection to what the connection string names: a server, a cluster, or the master that a sentinel names.</summary>
/// <param name="signIn">Where the connection string has no password; null where it has what it takes.</param>
internal sealed class RedisConnector(RedisOptions options, EntraSignIn? signIn) : IAsyncDisposable
{
    private readonly ConfigurationOptions _configuration = RedisSettings.Read(options, signIn);
    private ConnectionMultiplexer? _sentinel;
    private ConnectionMultiplexer? _redis;

    /// <summary>How long a call is waited for.</summary>
    public TimeSpan AnswerTimeout => TimeSpan.FromMilliseconds(_configuration.AsyncTimeout);

    /// <exception cref="RedisConnectionException">
    /// No sentinel answered, or none could name a master that is there; or there is no token to sign in with.
    /// </exception>
    public async Task<ConnectionMultiplexer> ConnectAsync() => _redis = signIn is not null
        ? await signIn.ConnectAsync(_configuration)
        : _configuration.ServiceName is null
            ? await ConnectionMultiplexer.ConnectAsync(_configuration)
            : await ConnectOverSentinelAsync();

    public async ValueTask DisposeAsync()
    {
        if (signIn is not null)
        {
            await signIn.DisposeAsync();
        }

        await DisposeAsync(_redis);
        await DisposeAsync(_sentinel);
    }

    private async Task<ConnectionMultiplexer> ConnectOverSentinelAsync()
    {
        var configuration = _configuration.Clone();
        (configuration.User, configuration.Password) = (_configuration.SentinelUser, _configuration.SentinelPassword);
        var sentinel = await ConnectionMultiplexer.SentinelConnectAsync(configuration);
        try
        {
            var redis = sentinel.GetSentinelMasterConnection(_configuration);
            _sentinel = sentinel;
            return redis;
        }
        catch
        {
            await sentinel.DisposeAsync();
            throw;
        }
    }

    private static ValueTask DisposeAsync(ConnectionMultiplexer? multiplexer) => multiplexer?.DisposeAsync() ?? ValueTask.CompletedTask;
}
