using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using Payshift.Core.Redis;
using Payshift.Tests.Queue;
using StackExchange.Redis;

namespace Payshift.Tests.Redis;

/// <summary>A real Redis that knows a user by the tokens of its identity. Time is moved by hand.</summary>
[Collection(RedisOutageCollection.Name)]
public sealed class EntraSignInTests : IAsyncLifetime
{
    private const string User = "4fd1a6f7-3c5e-4b1a-9d0e-2a1f5b7c9e11";

    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(60);
    private static readonly RedisScript Ping = new("ping", "return redis.call('PING')");

    private readonly FakeTimeProvider _time = new();
    private ServerProcess _redis = null!;
    private RedisNode _node = null!;
    private FakeTokens _tokens = null!;

    public async Task InitializeAsync()
    {
        _tokens = new FakeTokens(_time);
        _redis = await ServerProcess.StartRedisAsync();
        _node = await RedisNode.ConnectAsync(_redis.Port);
    }

    public async Task DisposeAsync()
    {
        await _node.DisposeAsync();
        await _redis.DisposeAsync();
    }

    [Fact]
    public async Task A_token_of_the_identity_opens_Redis()
    {
        await using var connection = await OpenAsync("first");

        Assert.Equal(["https://redis.azure.com/.default"], _tokens.Scopes);
        Assert.Contains($"user={User}", await ClientsAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Open_connections_sign_in_again_before_their_token_expires()
    {
        await using var connection = await OpenAsync("first");
        var opened = await OpenedAsync();

        await GiveAsync("second");
        await UntilSignedInAgainAsync();

        await PingAsync(connection);
        Assert.Equal(opened, await OpenedAsync());
    }

    [Fact]
    public async Task Connections_that_come_later_take_the_token_of_then()
    {
        await using var connection = await OpenAsync("first");

        await GiveAsync("second");
        await UntilSignedInAgainAsync();
        await _node.ExecuteAsync("ACL", "SETUSER", User, "<first");
        await _node.ExecuteAsync("CLIENT", "KILL", "USER", User);

        await UntilOpenAsync(connection);
    }

    [Fact]
    public async Task A_token_that_cannot_be_had_is_asked_for_again()
    {
        await using var connection = await OpenAsync("first");

        _tokens.Token = null;
        var asked = _tokens.Asked;
        await Eventually.TrueAsync(
            () =>
            {
                _time.Advance(TimeSpan.FromMinutes(46));
                return _tokens.Asked > asked;
            },
            Soon,
            "a token is asked for in vain");
        await GiveAsync("second");
        await UntilSignedInAgainAsync();

        await PingAsync(connection);
    }

    [Fact]
    public async Task Without_a_token_Redis_is_out_of_reach_until_there_is_one()
    {
        await using var connection = Connect();
        await Assert.ThrowsAsync<QueueUnavailableException>(() => PingAsync(connection));

        await GiveAsync("first");

        await UntilOpenAsync(connection);
    }

    private RedisConnection Connect() => new(
        Options.Create(new RedisOptions { ConnectionString = $"{PatientRedis.ConnectionString(_redis.Port)},ssl=false,user={User}", Authentication = RedisAuthentication.Entra }),
        UnheardTelemetry.Instance,
        _time,
        NullLogger<EntraSignIn>.Instance,
        _tokens);

    private static Task<RedisResult> PingAsync(RedisConnection connection) => connection.EvaluateAsync(Ping, [], []);

    private async Task<RedisConnection> OpenAsync(string token)
    {
        await GiveAsync(token);
        var connection = Connect();
        await UntilOpenAsync(connection);
        return connection;
    }

    private static Task UntilOpenAsync(RedisConnection connection) =>
        Eventually.TrueAsync(() => ConnectedQueue.TryAsync(() => PingAsync(connection)), Soon, "Redis is open to the identity");

    /// <summary>The identity has this token from now on, and Redis knows it beside those before.</summary>
    private async Task GiveAsync(string token)
    {
        await _node.ExecuteAsync("ACL", "SETUSER", User, "on", $">{token}", "allkeys", "allchannels", "allcommands");
        _tokens.Token = token;
    }

    private async Task UntilSignedInAgainAsync()
    {
        await _node.ExecuteAsync("CONFIG", "RESETSTAT");
        await Eventually.TrueAsync(
            async () =>
            {
                _time.Advance(TimeSpan.FromMinutes(46));
                return (await _node.InfoAsync("INFO", "commandstats")).Contains("cmdstat_auth:", StringComparison.Ordinal);
            },
            Soon,
            "the connection signed in again");
    }

    private async Task<string> ClientsAsync() => (string)(await _node.ExecuteAsync("CLIENT", "LIST"))!;

    /// <summary>Which connections the user has: their ids stay as long as they do.</summary>
    private async Task<string[]> OpenedAsync() =>
    [
        .. from line in (await ClientsAsync()).Split('\n')
           where line.Contains($"user={User}", StringComparison.Ordinal)
           select line.Split(' ')[0],
    ];
}
