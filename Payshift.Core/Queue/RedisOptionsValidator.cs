using Microsoft.Extensions.Options;

namespace Payshift.Core.Queue;

/// <summary>Reads the connection string as the client will.</summary>
internal sealed class RedisOptionsValidator : IValidateOptions<RedisOptions>
{
    public ValidateOptionsResult Validate(string? name, RedisOptions options)
    {
        if (string.IsNullOrWhiteSpace(options.ConnectionString))
        {
            return ValidateOptionsResult.Skip;
        }

        try
        {
            return RedisConnection.Configure(options.ConnectionString).EndPoints.Count > 0
                ? ValidateOptionsResult.Success
                : ValidateOptionsResult.Fail("Payshift__Redis__ConnectionString names no server. Begin it with host:port, for example localhost:6379.");
        }
        catch (Exception exception) when (exception is ArgumentException or FormatException)
        {
            // The parser's own message can quote the password.
            return ValidateOptionsResult.Fail(
                "Payshift__Redis__ConnectionString cannot be read. It is host:port, then options after commas, for example localhost:6379,ssl=false.");
        }
    }
}
