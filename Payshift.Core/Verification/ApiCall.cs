namespace Payshift.Core.Verification;

/// <summary>A call that changes nothing at the provider: GET, or where it has a body, a search by POST.</summary>
/// <param name="Path">Relative to the API's address, with whatever came out of a payload escaped.</param>
internal sealed record ApiCall(string Path, string? Body = null, string ContentType = "application/json")
{
    public static implicit operator ApiCall(string path) => new(path);
}
