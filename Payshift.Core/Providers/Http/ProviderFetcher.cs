namespace Payshift.Core.Providers.Http;

/// <summary>The fetcher that calls providers over HTTP.</summary>
internal sealed class ProviderFetcher : IProviderFetcher, IDisposable
{
    /// <summary>The time limit of a fetch. Providers wait between five and fifteen seconds for the response to a delivery.</summary>
    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(4);

    private const int MaxAnswerBytes = 256 * 1024;

    /// <summary>The number of fetches at once, which unauthenticated senders can cause. Further ones wait until the time limit.</summary>
    private const int MaxConnections = 8;

    private readonly HttpClient _client;

    public ProviderFetcher()
        : this(Timeout)
    {
    }

    /// <param name="timeout">The time limit of a fetch.</param>
    public ProviderFetcher(TimeSpan timeout) => _client = new HttpClient(
        new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            UseCookies = false,
            ConnectTimeout = timeout / 2,
            MaxConnectionsPerServer = MaxConnections,
            MaxResponseHeadersLength = 16,
            PooledConnectionLifetime = TimeSpan.FromMinutes(5),
        })
    {
        Timeout = timeout,
        MaxResponseContentBufferSize = MaxAnswerBytes,
    };

    public async Task<FetchedDocument> FetchAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        try
        {
            using var response = await _client.SendAsync(request, cancellationToken);
            return new FetchedDocument(response.StatusCode, await response.Content.ReadAsByteArrayAsync(cancellationToken));
        }
        catch (Exception exception) when (exception is HttpRequestException or OperationCanceledException or IOException)
        {
            return FetchedDocument.Unreachable;
        }
    }

    public void Dispose() => _client.Dispose();
}
