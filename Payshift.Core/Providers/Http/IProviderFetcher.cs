namespace Payshift.Core.Providers.Http;

/// <summary>
/// The calls to a provider while one of its deliveries waits for an answer: once, within seconds, without following redirects,
/// and reading no more than a bounded answer.
/// </summary>
public interface IProviderFetcher
{
    /// <returns>What came back. Nothing is thrown for a provider that cannot be reached, or a sender that has gone.</returns>
    Task<FetchedDocument> FetchAsync(HttpRequestMessage request, CancellationToken cancellationToken);
}
