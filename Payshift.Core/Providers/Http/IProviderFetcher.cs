namespace Payshift.Core.Providers.Http;

/// <summary>
/// A fetcher that calls a provider while one of its deliveries waits for a response. It calls once, within seconds, follows
/// no redirects and reads a response of limited length.
/// </summary>
public interface IProviderFetcher
{
    /// <returns>The response. Nothing is thrown if the provider cannot be reached or the sender has disconnected.</returns>
    Task<FetchedDocument> FetchAsync(HttpRequestMessage request, CancellationToken cancellationToken);
}
