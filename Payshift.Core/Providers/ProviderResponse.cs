namespace Payshift.Core.Providers;

/// <summary>An HTTP response in the form that a provider expects.</summary>
public sealed record ProviderResponse(int StatusCode, string? Body = null, string? ContentType = null)
{
    public static ProviderResponse Text(string body) => new(200, body, "text/plain; charset=utf-8");

    public static ProviderResponse Json(string body) => new(200, body, "application/json; charset=utf-8");
}
