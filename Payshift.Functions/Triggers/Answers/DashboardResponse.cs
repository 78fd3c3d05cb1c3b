using Microsoft.Net.Http.Headers;
using Payshift.Dashboard;

namespace Payshift.Functions.Triggers.Answers;

/// <summary>A file of the dashboard, in the smallest encoding that the browser takes.</summary>
internal sealed class DashboardResponse : IResult
{
    /// <summary>Nothing but the page's own files runs, is loaded or is called, and nobody frames it.</summary>
    public const string ContentSecurityPolicy =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    private readonly DashboardAsset _asset;

    private DashboardResponse(DashboardAsset asset) => _asset = asset;

    public static IResult To(string? path)
    {
        if (!DashboardAssets.IsBuilt)
        {
            return Refusals.NotFound("This Payshift was built without its dashboard, because npm was missing. Build it where Node.js 20 is.");
        }

        return DashboardAssets.Find(path is { Length: > 0 } ? path : DashboardAssets.Index) is { } asset
            ? new DashboardResponse(asset)
            : Refusals.NotFound("The dashboard has no such file.");
    }

    public Task ExecuteAsync(HttpContext httpContext)
    {
        var (request, response) = (httpContext.Request, httpContext.Response);
        response.Headers.ContentSecurityPolicy = ContentSecurityPolicy;
        response.Headers.XContentTypeOptions = "nosniff";
        response.Headers["Referrer-Policy"] = "no-referrer";
        response.Headers.ETag = _asset.EntityTag;
        response.Headers.Vary = HeaderNames.AcceptEncoding;
        response.Headers.CacheControl = _asset.IsImmutable ? "public, max-age=31536000, immutable" : "no-cache";
        // Compared weakly: whether the other is marked weak does not matter.
        var opaqueTag = _asset.EntityTag["W/".Length..];
        if (request.Headers.IfNoneMatch.Any(known => known is not null && known.Contains(opaqueTag, StringComparison.Ordinal)))
        {
            response.StatusCode = StatusCodes.Status304NotModified;
            return Task.CompletedTask;
        }

        var (encoding, body) = Encoded(request);
        if (encoding is not null)
        {
            response.Headers.ContentEncoding = encoding;
        }

        response.ContentType = _asset.ContentType;
        response.ContentLength = body.Length;
        return response.Body.WriteAsync(body, httpContext.RequestAborted).AsTask();
    }

    private (string? Encoding, ReadOnlyMemory<byte> Body) Encoded(HttpRequest request)
    {
        var accepted = request.GetTypedHeaders().AcceptEncoding;
        return Accepts("br") ? ("br", _asset.Brotli)
            : Accepts("gzip") ? ("gzip", _asset.Gzip)
            : (null, _asset.Plain);

        bool Accepts(string encoding) => accepted.Any(value => value.Value.Equals(encoding, StringComparison.OrdinalIgnoreCase) && value.Quality is null or > 0);
    }
}
