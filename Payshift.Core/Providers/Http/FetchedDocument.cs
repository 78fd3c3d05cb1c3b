using System.Net;

namespace Payshift.Core.Providers.Http;

/// <param name="Status">Null where no answer came, or none within its bounds.</param>
public readonly record struct FetchedDocument(HttpStatusCode? Status, ReadOnlyMemory<byte> Body)
{
    public static readonly FetchedDocument Unreachable = new(null, default);

    public bool IsFound => Status == HttpStatusCode.OK;

    /// <summary>Whether the provider says that there is no such thing, and not merely nothing.</summary>
    public bool IsAbsent => Status is HttpStatusCode.NotFound or HttpStatusCode.Gone;
}
