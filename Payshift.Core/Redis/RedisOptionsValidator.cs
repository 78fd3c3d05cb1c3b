using System.Security.Cryptography;
using StackExchange.Redis;

namespace Payshift.Core.Redis;

/// <summary>The check of the connection string and the certificates, which it reads as the connection will.</summary>
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
            var configuration = RedisSettings.Read(options);
            return configuration switch
            {
                { EndPoints.Count: 0 } => ValidateOptionsResult.Fail(
                    "Payshift__Redis__ConnectionString names no server. Begin it with host:port, for example localhost:6379."),
                { Ssl: false } when !string.IsNullOrEmpty(options.CertificateAuthority) => ValidateOptionsResult.Fail(
                    "Payshift__Redis__CertificateAuthority is for TLS, which Payshift__Redis__ConnectionString does not ask for. Add ssl=true to it."),
                _ when options.Authentication == RedisAuthentication.Entra => ValidateEntra(configuration),
                _ => ValidateOptionsResult.Success,
            };
        }
        catch (Exception exception) when (exception is ArgumentException or FormatException)
        {
            // The parser's own message can quote the password.
            return ValidateOptionsResult.Fail(
                "Payshift__Redis__ConnectionString cannot be read. It is host:port, then options after commas, for example localhost:6379,ssl=false.");
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or CryptographicException)
        {
            return ValidateOptionsResult.Fail(
                $"Payshift__Redis__CertificateAuthority ({options.CertificateAuthority}) must be a file with one or more certificates in PEM.");
        }
    }

    private static ValidateOptionsResult ValidateEntra(ConfigurationOptions configuration) => configuration switch
    {
        { Ssl: false } => ValidateOptionsResult.Fail(
            "Payshift__Redis__Authentication is Entra, and a token must not travel in the clear. Add ssl=true to Payshift__Redis__ConnectionString."),
        { User: null or "" } => ValidateOptionsResult.Fail(
            "Payshift__Redis__Authentication is Entra, and Payshift__Redis__ConnectionString does not say who signs in. Add user= and the object id of the identity to it."),
        { Password.Length: > 0 } => ValidateOptionsResult.Fail(
            "Payshift__Redis__Authentication is Entra, and Payshift__Redis__ConnectionString has a password. Take the password out, or set Payshift__Redis__Authentication to Password."),
        { ServiceName: not null } => ValidateOptionsResult.Fail(
            "Payshift__Redis__Authentication is Entra, which sentinels do not know. Take serviceName out of Payshift__Redis__ConnectionString."),
        _ => ValidateOptionsResult.Success,
    };
}
