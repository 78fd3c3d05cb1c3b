using StackExchange.Redis;

namespace Payshift.Core.Redis;

/// <summary>The user's settings as the client takes them, with our defaults where they say nothing.</summary>
internal static class RedisSettings
{
    /// <summary>Receiving answers within two seconds, Redis or not; a heartbeat may notice late.</summary>
    private static readonly TimeSpan AnswerTimeout = TimeSpan.FromMilliseconds(1250);

    public static readonly TimeSpan ReconnectDelay = TimeSpan.FromMilliseconds(500);

    /// <param name="signIn">What has the password where the connection string has none.</param>
    public static ConfigurationOptions Read(RedisOptions options, EntraSignIn? signIn = null)
    {
        var configuration = Read(options.ConnectionString);
        if (signIn is not null)
        {
            configuration.Defaults = signIn;
        }

        if (options.CertificateAuthority is { Length: > 0 } path)
        {
            var authority = new RedisCertificateAuthority(path);
            configuration.CertificateValidation += (_, certificate, presented, errors) => authority.Trusts(certificate, presented, errors);
        }

        return configuration;
    }

    public static ConfigurationOptions Read(string connectionString)
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
            // Sentinels are asked synchronously.
            configuration.SyncTimeout = (int)AnswerTimeout.TotalMilliseconds;
        }

        return configuration;

        bool Names(string option) => connectionString.Contains(option + "=", StringComparison.OrdinalIgnoreCase);
    }
}
