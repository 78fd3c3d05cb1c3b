using System.Security.Claims;
using Payshift.Core.Scaling;

namespace Payshift.Functions.Triggers.Answers;

/// <summary>Who makes an operator's call, for the audit.</summary>
internal static class OperatorName
{
    /// <summary>The name of the function key, where the host tells it.</summary>
    public const string KeyClaim = "http://schemas.microsoft.com/2017/07/functions/claims/keyid";

    private const string Unnamed = "key";
    private const int MaxLength = 200;
    private const string PrincipalName = "X-MS-CLIENT-PRINCIPAL-NAME";

    /// <remarks>
    /// App Service puts the signed-in principal into the header and removes what a client sent there, but only where its
    /// authentication is on; elsewhere anybody could write it.
    /// <see href="https://learn.microsoft.com/azure/app-service/configure-authentication-user-identities">User identities in
    /// App Service authentication</see>.
    /// </remarks>
    public static string Of(HttpRequest request)
    {
        var principal = IsSignInOn() ? request.Headers[PrincipalName].ToString() : "";
        var name = principal.Length > 0 ? principal
            : request.HttpContext.User.FindFirstValue(KeyClaim) is { Length: > 0 } key ? $"{Unnamed} {key}"
            : request.Headers[InternalCall.Header] == InternalCall.ScaleOut ? InternalCall.ScaleOut
            : Unnamed;
        return name.Length <= MaxLength ? name : name[..MaxLength];
    }

    private static bool IsSignInOn() =>
        bool.TryParse(Environment.GetEnvironmentVariable("WEBSITE_AUTH_ENABLED"), out var isOn) && isOn;
}
