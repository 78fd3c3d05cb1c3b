using System.ComponentModel.DataAnnotations;
using Payshift.Core.Storage;

namespace Payshift.Core.Redis;

/// <summary>The settings of the connection to Redis: <c>Payshift__Redis__…</c>.</summary>
public sealed class RedisOptions
{
    /// <summary>A StackExchange.Redis connection string, for example <c>localhost:6379</c> or <c>name.redis.cache.windows.net:6380,ssl=true,password=…</c>.</summary>
    [Required(ErrorMessage = "Payshift__Redis__ConnectionString is missing. Set it to a Redis connection string, for example localhost:6379.")]
    public string ConnectionString { get; set; } = "";

    /// <summary>With <see cref="RedisAuthentication.Entra"/>, the connection string names the identity as <c>user</c>, and no password.</summary>
    [EnumDataType(typeof(RedisAuthentication), ErrorMessage = "Payshift__Redis__Authentication must be Password or Entra.")]
    public RedisAuthentication Authentication { get; set; }

    /// <summary>A file with the certificates of a private authority in PEM (RFC 7468), for servers whose certificate it issued.</summary>
    public string? CertificateAuthority { get; set; }

    /// <summary>
    /// How many independent parts the queue has; over a cluster they spread over its shards. Equal to
    /// <see cref="TableOptions.Buckets"/>, a batch's results fill one table partition, which is cheapest.
    /// </summary>
    [Range(1, 256, ErrorMessage = "Payshift__Redis__Partitions must be between {1} and {2}.")]
    public int Partitions { get; set; } = 16;
}
