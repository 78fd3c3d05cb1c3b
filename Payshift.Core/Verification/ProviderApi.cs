using System.Diagnostics;
using System.Net;
using System.Net.Http.Headers;
using Payshift.Core.Providers;
using Payshift.Core.Redis.Circuits;
using Payshift.Core.Telemetry;
using Polly;

namespace Payshift.Core.Verification;

/// <summary>The client of one provider's API. It sends the key and keeps to the pace that the provider allows.</summary>
internal sealed partial class ProviderApi(
    PaymentVerifier verifier,
    ProviderOptions options,
    IHttpClientFactory clients,
    ICircuitRegistry circuits,
    TimeProvider timeProvider,
    PayshiftTelemetry telemetry,
    ILogger<ProviderApi> logger)
{
    /// <summary>The time before its expiry at which a token is renewed, so that it does not expire in transit.</summary>
    private static readonly TimeSpan TokenMargin = TimeSpan.FromMinutes(1);

    private readonly ProviderCooldown _cooldown = new(timeProvider);
    private readonly Uri _address = verifier.Address(options);
    private readonly string _apiKey = verifier.Key(options) ?? "";

    private volatile Token? _token;

    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public async Task<ApiResponse> AskAsync(ApiCall call, CancellationToken cancellationToken)
    {
        if (_cooldown.Remaining is { } remaining)
        {
            return ApiResponse.Unavailable(remaining);
        }

        using var request = new HttpRequestMessage(call.Body is null ? HttpMethod.Get : HttpMethod.Post, new Uri(_address, call.Path))
        {
            Content = call.Body is null ? null : new StringContent(call.Body, Encoding.UTF8, call.ContentType),
        };
        if (verifier.TokenRequest(options) is { } tokenRequest)
        {
            using (tokenRequest)
            {
                var (token, failed) = await TokenAsync(tokenRequest, cancellationToken);
                if (failed is not null)
                {
                    return failed;
                }

                request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
            }
        }
        else
        {
            verifier.Authorize(request, _apiKey);
        }

        return await SendAsync(request, cancellationToken);
    }

    private async Task<(string? Token, ApiResponse? Failed)> TokenAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (_token is { } kept && timeProvider.GetUtcNow() < kept.GivenUpAt)
        {
            return (kept.Value, null);
        }

        var response = await SendAsync(request, cancellationToken);
        var (value, lasts) = verifier.ReadToken(response.Body);
        if (value is null || value.Any(c => char.IsWhiteSpace(c) || char.IsControl(c)))
        {
            return (null, response.Kind == ApiResponseKind.Unavailable ? response : await RefusedAsync(HttpStatusCode.Unauthorized));
        }

        var lifetime = int.TryParse(lasts, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) ? TimeSpan.FromSeconds(seconds) : TimeSpan.Zero;
        _token = new Token(value, timeProvider.GetUtcNow() + lifetime - TokenMargin);
        return (value, null);
    }

    private async Task<ApiResponse> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var response = await CallAsync(request, cancellationToken);
        telemetry.VerificationCalls.Add(1, new TagList
        {
            { AttributeNames.Provider, verifier.Provider },
            { AttributeNames.VerificationAnswer, NameOf(response.Kind) },
        });
        return response;
    }

    private static string NameOf(ApiResponseKind kind) => kind switch
    {
        ApiResponseKind.Found => "found",
        ApiResponseKind.Absent => "absent",
        _ => "unavailable",
    };

    private async Task<ApiResponse> CallAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        try
        {
            using var client = clients.CreateClient(VerificationHttp.ClientName(verifier.Api));
            using var response = await client.SendAsync(request, cancellationToken);
            return await ReadAsync(response, cancellationToken);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            throw;
        }
        catch (Exception exception) when (exception is HttpRequestException or OperationCanceledException or IOException or JsonException or ExecutionRejectedException)
        {
            // The exception's message may quote the request, so only its type is logged.
            LogUnreachable(verifier.Provider, exception.GetType().Name);
            return await CoolDownAsync(VerificationConstants.DefaultDelay, "Its API gives no answer that can be read.");
        }
    }

    private async Task<ApiResponse> ReadAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        switch (response.StatusCode)
        {
            case HttpStatusCode.OK:
                return new ApiResponse(
                    ApiResponseKind.Found, verifier.Parse(await response.Content.ReadAsByteArrayAsync(cancellationToken)));

            case HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden:
                _token = null;
                return await RefusedAsync(response.StatusCode);

            case HttpStatusCode.RequestTimeout or HttpStatusCode.TooManyRequests or < HttpStatusCode.BadRequest or >= HttpStatusCode.InternalServerError:
                var delay = RetryAfter(response) ?? VerificationConstants.DefaultDelay;
                LogUnavailable(verifier.Provider, (int)response.StatusCode, delay.TotalSeconds);
                return await CoolDownAsync(delay, $"Its API answered {(int)response.StatusCode}.");

            // Several providers respond to an unknown id with 400 instead of 404.
            default:
                return ApiResponse.Absent;
        }
    }

    private TimeSpan? RetryAfter(HttpResponseMessage response)
    {
        var asked = response.Headers.RetryAfter?.Delta ?? response.Headers.RetryAfter?.Date - timeProvider.GetUtcNow();
        return asked is not { } delay ? null
            : delay <= TimeSpan.Zero ? TimeSpan.FromSeconds(1)
            : delay < VerificationConstants.MaxDelay ? delay
            : VerificationConstants.MaxDelay;
    }

    private Task<ApiResponse> RefusedAsync(HttpStatusCode status)
    {
        LogRefused(verifier.Provider, (int)status, ProviderSettings.SettingName(verifier.Provider, verifier.KeySetting));
        return CoolDownAsync(VerificationConstants.RefusedKeyDelay, $"Its API answered {(int)status}: the key is not accepted.");
    }

    private async Task<ApiResponse> CoolDownAsync(TimeSpan delay, string reason)
    {
        _cooldown.Begin(delay);
        await circuits.ReportOpenAsync(verifier.Provider, reason, delay);
        return ApiResponse.Unavailable(delay);
    }

    [LoggerMessage(5002, LogLevel.Warning, "The API of {Provider} answered {Status}: it is left alone for {DelaySeconds} s, and its webhooks wait")]
    private partial void LogUnavailable(string provider, int status, double delaySeconds);

    [LoggerMessage(5003, LogLevel.Error, "The API of {Provider} answered {Status}: {Setting} is not accepted. Its webhooks wait until it is")]
    private partial void LogRefused(string provider, int status, string setting);

    [LoggerMessage(5004, LogLevel.Warning, "The API of {Provider} gave no answer that can be read ({Kind}): its webhooks wait")]
    private partial void LogUnreachable(string provider, string kind);

    private sealed record Token(string Value, DateTimeOffset GivenUpAt);
}
