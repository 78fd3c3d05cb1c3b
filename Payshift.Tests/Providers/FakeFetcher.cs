using System.Collections.Concurrent;
using Payshift.Core.Providers.Http;

namespace Payshift.Tests.Providers;

/// <summary>Answers as a test says, and remembers what it was asked.</summary>
internal sealed class FakeFetcher(Func<HttpRequestMessage, FetchedDocument> answer) : IProviderFetcher
{
    public static readonly FetchedDocument NotFound = new(HttpStatusCode.NotFound, default);

    public ConcurrentQueue<(HttpMethod Method, string Url, string? Authorization, string Body)> Asked { get; } = new();

    public static FetchedDocument Found(string body) => new(HttpStatusCode.OK, Encoding.UTF8.GetBytes(body));

    public async Task<FetchedDocument> FetchAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var body = request.Content is null ? "" : await request.Content.ReadAsStringAsync(cancellationToken);
        Asked.Enqueue((request.Method, request.RequestUri!.AbsoluteUri, request.Headers.Authorization?.ToString(), body));
        return answer(request);
    }
}
