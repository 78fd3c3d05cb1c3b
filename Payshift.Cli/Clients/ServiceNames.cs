using System.Net;
using Azure;
using Azure.Data.Tables;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Payshift.Core.Redis;
using Payshift.Core.Storage;
using StackExchange.Redis;

namespace Payshift.Cli.Clients;

/// <summary>The services by their addresses, and in one sentence why one of them cannot be worked with; never with a secret.</summary>
internal sealed record ServiceNames(string Redis, string Tables)
{
    private const string RedisSetting = "Payshift__Redis__ConnectionString";

    private const string TablesAt = "Table Storage at ";

    private static readonly string[] RedisRefusals = ["WRONGPASS", "NOAUTH", "invalid password", "AuthenticationFailure", "NOPERM"];

    public static ServiceNames Of(IServiceProvider services)
    {
        var redis = ConfigurationOptions.Parse(services.GetRequiredService<IOptions<RedisOptions>>().Value.ConnectionString);
        var tables = services.GetRequiredService<IOptions<TableOptions>>().Value;
        var address = tables.ServiceUri ?? new TableServiceClient(tables.ConnectionString).Uri;
        return new ServiceNames(
            $"Redis at {string.Join(", ", redis.EndPoints.Select(Address))}",
            $"{TablesAt}{address.GetLeftPart(UriPartial.Path)}");
    }

    public string ExplainRedis(Exception exception) => Causes(exception).Any(cause => RedisRefusals.Any(sign => cause.Message.Contains(sign, StringComparison.OrdinalIgnoreCase)))
        ? $"{Redis} refuses the user or the password. Check {RedisSetting}."
        : $"{Redis} does not answer. Check {RedisSetting}, and that it is reached from here.";

    public string ExplainTables(Exception exception) => Causes(exception).OfType<RequestFailedException>().FirstOrDefault(cause => cause.Status > 0) switch
    {
        { Status: 401 or 403 } => $"{Tables} refuses the key or the identity. Check Payshift__Tables__ConnectionString or Payshift__Tables__ServiceUri.",
        { ErrorCode: null or "" } other => $"What is at {Tables[TablesAt.Length..]} answered {other.Status}, which Table Storage does not: check the address and the account in Payshift__Tables__ConnectionString or Payshift__Tables__ServiceUri.",
        { } failed => $"{Tables} answered {failed.Status} {failed.ErrorCode}.",
        null => $"{Tables} does not answer. Check Payshift__Tables__ConnectionString or Payshift__Tables__ServiceUri, and that it is reached from here.",
    };

    private static string Address(EndPoint endpoint) => endpoint is DnsEndPoint dns ? $"{dns.Host}:{dns.Port}" : $"{endpoint}";

    private static IEnumerable<Exception> Causes(Exception exception)
    {
        for (var cause = exception; cause is not null; cause = cause.InnerException)
        {
            yield return cause;
        }
    }
}
