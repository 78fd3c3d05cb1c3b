using System.Security.Cryptography;
using System.Text;

namespace Payshift.LocalHost.Keys;

/// <summary>The key that functions require unless their level is <c>Anonymous</c>.</summary>
internal sealed class HostKey(string key)
{
    private const string Header = "x-functions-key";
    private const string QueryParameter = "code";

    private static readonly IResult Refusal = Results.Problem(
        statusCode: StatusCodes.Status401Unauthorized, detail: $"Send the function key in the header {Header} or as the query parameter {QueryParameter}.");

    private readonly byte[] _digest = Digest(key);

    /// <summary>Lets a request pass only if it carries the key.</summary>
    public RequestDelegate Guard(RequestDelegate next) => context =>
        Opens(context.Request) ? next(context) : Refusal.ExecuteAsync(context);

    private bool Opens(HttpRequest request)
    {
        var sent = request.Headers.TryGetValue(Header, out var header) ? header : request.Query[QueryParameter];
        // Digests have a fixed length, so that the time taken does not even reveal the key's length.
        return sent is [{ Length: > 0 } one] && CryptographicOperations.FixedTimeEquals(Digest(one), _digest);
    }

    private static byte[] Digest(string text) => SHA256.HashData(Encoding.UTF8.GetBytes(text));
}
