namespace Payshift.Core.Verification;

/// <summary>A call that only reads: a GET, or a search by POST if it has a body.</summary>
/// <param name="Path">The path relative to the API's address. Values from a payload are escaped.</param>
internal sealed record ApiCall(string Path, string? Body = null, string ContentType = "application/json")
{
    public static implicit operator ApiCall(string path) => new(path);
}
