using Azure.Core;
using Azure.Identity;

namespace Payshift.Tests.Infrastructure;

/// <summary>An identity whose tokens are good for an hour, or that has none.</summary>
internal sealed class FakeTokens(TimeProvider time) : TokenCredential
{
    public string? Token { get; set; }

    public int Asked { get; private set; }

    public IReadOnlyList<string> Scopes { get; private set; } = [];

    public override AccessToken GetToken(TokenRequestContext requestContext, CancellationToken cancellationToken)
    {
        (Scopes, Asked) = (requestContext.Scopes, Asked + 1);
        return Token is { } token
            ? new AccessToken(token, time.GetUtcNow().AddHours(1))
            : throw new AuthenticationFailedException("No identity here.");
    }

    public override ValueTask<AccessToken> GetTokenAsync(TokenRequestContext requestContext, CancellationToken cancellationToken) =>
        new(GetToken(requestContext, cancellationToken));
}
