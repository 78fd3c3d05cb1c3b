using Azure.Core;
using StackExchange.Redis;
using StackExchange.Redis.Configuration;

namespace Payshift.Core.Redis;

/// <summary>
/// The sign-in to Redis with a token in place of a password. Redis closes connections whose token has expired, so open ones
/// sign in again before that; those that are made later take the token that there is then.
/// </summary>
internal sealed partial class EntraSignIn(TokenCredential credential, TimeProvider time, ILogger<EntraSignIn> logger) : AzureManagedRedisOptionsProvider, IAsyncDisposable
{
    private const double ShareOfLifetime = 0.75;

    private static readonly TokenRequestContext Request = new(["https://redis.azure.com/.default"]);
    private static readonly TimeSpan ShortestWait = TimeSpan.FromSeconds(30);

    private readonly CancellationTokenSource _ended = new();
    private volatile string? _token;
    private Task _renewing = Task.CompletedTask;

    public override string? Password => _token;

    /// <exception cref="RedisConnectionException">There is no token, so there is no way to Redis.</exception>
    public async Task<ConnectionMultiplexer> ConnectAsync(ConfigurationOptions configuration)
    {
        var expiry = await GetFirstTokenAsync();
        var multiplexer = await ConnectionMultiplexer.ConnectAsync(configuration);
        _renewing = RenewAsync(multiplexer, configuration.User!, expiry);
        return multiplexer;
    }

    public async ValueTask DisposeAsync()
    {
        await _ended.CancelAsync();
        await _renewing.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _ended.Dispose();
    }

    private async Task<DateTimeOffset> GetFirstTokenAsync()
    {
        try
        {
            return await GetTokenAsync();
        }
        catch (Exception exception)
        {
            LogNoToken(exception);
            throw new RedisConnectionException(
                ConnectionFailureType.AuthenticationFailure, CommandFlags.None, "There is no token to sign in to Redis with.", exception, CommandStatus.Unknown);
        }
    }

    private async Task<DateTimeOffset> GetTokenAsync()
    {
        var token = await credential.GetTokenAsync(Request, _ended.Token);
        _token = token.Token;
        return token.ExpiresOn;
    }

    private async Task RenewAsync(ConnectionMultiplexer multiplexer, string user, DateTimeOffset expiry)
    {
        var wait = WaitUntil(expiry);
        while (true)
        {
            await Task.Delay(wait, time, _ended.Token);
            try
            {
                wait = WaitUntil(await GetTokenAsync());
                await SignInAgainAsync(multiplexer, user);
            }
            catch (Exception exception) when (!_ended.IsCancellationRequested)
            {
                // The token at hand is good for a while: whatever it was, there is time to try again.
                LogNoToken(exception);
                wait = ShortestWait;
            }
        }
    }

    private Task<RedisResult[]> SignInAgainAsync(ConnectionMultiplexer multiplexer, string user) => Task.WhenAll(
        from server in multiplexer.GetServers()
        where server.IsConnected
        select server.ExecuteAsync("AUTH", user, _token!));

    private TimeSpan WaitUntil(DateTimeOffset expiry)
    {
        var wait = (expiry - time.GetUtcNow()) * ShareOfLifetime;
        return wait > ShortestWait ? wait : ShortestWait;
    }

    [LoggerMessage(8000, LogLevel.Error, "Signing in to Redis with Microsoft Entra ID failed; it is tried again. Open connections last until their token expires")]
    private partial void LogNoToken(Exception exception);
}
