using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Payshift.Cli.Invocation;

namespace Payshift.Cli.Clients;

/// <summary>The reading of a host's HTTP responses, with a sentence for each that cannot be used.</summary>
internal static class HostResponse
{
    /// <exception cref="CommandException">It is no success, or something else than expected.</exception>
    public static async Task<T> ReadAsync<T>(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        if (response.StatusCode != HttpStatusCode.OK)
        {
            throw await RefusalAsync(response, cancellationToken);
        }

        return await TryReadAsync<T>(response, cancellationToken) ?? throw new CommandException(
            ExitCodes.HostUnreachable, $"{Address(response)} answered something else than this version expects: is this a Payshift host of the same version?");
    }

    /// <returns>The status with which Payshift itself refuses; null for an answer, and where it is not Payshift that refuses.</returns>
    public static HttpStatusCode? Problem(HttpResponseMessage response) =>
        response.Content.Headers.ContentType?.MediaType == "application/problem+json" ? response.StatusCode : null;

    /// <returns>Null where it is no such JSON: some providers want another answer (Adyen, M-Pesa).</returns>
    public static async Task<T?> TryReadAsync<T>(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        try
        {
            return await response.Content.ReadFromJsonAsync<T>(OutputJson.Line, cancellationToken);
        }
        catch (Exception exception) when (exception is JsonException or NotSupportedException or InvalidOperationException)
        {
            return default;
        }
    }

    private static async Task<CommandException> RefusalAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        var detail = (await TryReadAsync<ProblemDetails>(response, cancellationToken))?.Detail;
        return response.StatusCode switch
        {
            HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden => new CommandException(
                ExitCodes.KeyRefused,
                $"The host at {Address(response).GetLeftPart(UriPartial.Authority)} refuses the key. Give its function key with --key or in PAYSHIFT_KEY; ./dev run keeps it in .payshift/host.key."),
            HttpStatusCode.BadRequest when detail is not null => new CommandException(ExitCodes.Usage, detail),
            HttpStatusCode.ServiceUnavailable when detail is not null => new CommandException(ExitCodes.HostUnreachable, $"The host says: {detail}"),
            _ => new CommandException(
                ExitCodes.HostUnreachable, $"{Address(response)} answered {(int)response.StatusCode} {response.ReasonPhrase}: is this a Payshift host?"),
        };
    }

    private static Uri Address(HttpResponseMessage response) => response.RequestMessage!.RequestUri!;

    private sealed record ProblemDetails(string? Detail);
}
