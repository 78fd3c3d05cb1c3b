using System.Net;

namespace Payshift.Core.Providers.Http;

/// <param name="Status">The status; null if there was no response within the limits.</param>
public readonly record struct FetchedDocument(HttpStatusCode? Status, ReadOnlyMemory<byte> Body)
{
    public static readonly FetchedDocument Unreachable = new(null, default);

    public bool IsFound => Status == HttpStatusCode.OK;

    /// <summary>Whether the provider responded that the document does not exist.</summary>
    public bool IsAbsent => Status is HttpStatusCode.NotFound or HttpStatusCode.Gone;
}
