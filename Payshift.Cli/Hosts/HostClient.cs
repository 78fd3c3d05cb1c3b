using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Serialization;
using Payshift.Cli.Commands;
using Payshift.Cli.Sending;
using Payshift.Core.Monitoring;

namespace Payshift.Cli.Hosts;

/// <summary>Speaks to a running Payshift. All that the command knows of routes and answers is here.</summary>
internal sealed class HostClient : IDisposable
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        // Names or numbers: both are read.
        Converters = { new JsonStringEnumConverter() },
    };

    private readonly HttpClient _http;
    private readonly TimeProvider _time;
    private readonly string? _key;

    /// <param name="key">The function key, null where only webhooks are sent.</param>
    public HostClient(Uri url, string? key, TimeProvider time)
    {
        _http = new HttpClient { BaseAddress = WithSlash(url), Timeout = TimeSpan.FromSeconds(30) };
        _key = key;
        _time = time;
    }

    public Uri Url => _http.BaseAddress!;

    public Uri WebhookUrl(string provider) => new(Url, $"payment/webhooks/{Uri.EscapeDataString(provider)}");

    public Uri PaymentUrl(string reference) => new(Url, $"payment/admin/payments/{Uri.EscapeDataString(reference)}");

    public Uri StatsUrl => new(Url, "payment/admin/stats");

    public Uri HealthUrl => new(Url, "payment/health");

    /// <summary>Sends a delivery as the provider would.</summary>
    public async Task<ReceiveAnswer> SendAsync(SampleDelivery delivery, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, WebhookUrl(delivery.Provider)) { Content = new ByteArrayContent(delivery.Body) };
        foreach (var (name, value) in delivery.Headers)
        {
            if (!request.Headers.TryAddWithoutValidation(name, value))
            {
                request.Content.Headers.TryAddWithoutValidation(name, value);
            }
        }

        var started = _time.GetTimestamp();
        using var response = await SendAsync(request, cancellationToken);
        var elapsed = _time.GetElapsedTime(started);
        if (response.StatusCode != HttpStatusCode.OK)
        {
            return new ReceiveAnswer((int)response.StatusCode, 0, 0, elapsed);
        }

        var counts = await ReadAsync<Counts>(response, cancellationToken);
        return new ReceiveAnswer(200, counts.Kept, counts.Duplicates, elapsed);
    }

    public async Task<HostStats> GetStatsAsync(CancellationToken cancellationToken)
    {
        using var response = await GetAsync(StatsUrl, cancellationToken);
        return await ReadAsync<HostStats>(Succeeded(response), cancellationToken);
    }

    /// <summary>What is recorded of a payment; empty where nothing is, yet.</summary>
    public async Task<IReadOnlyList<PaymentRecord>> GetPaymentAsync(string reference, CancellationToken cancellationToken)
    {
        using var response = await GetAsync(PaymentUrl(reference), cancellationToken);
        return response.StatusCode == HttpStatusCode.NotFound
            ? []
            : (await ReadAsync<Payment>(Succeeded(response), cancellationToken)).Webhooks;
    }

    public void Dispose() => _http.Dispose();

    private async Task<HttpResponseMessage> GetAsync(Uri url, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, url);
        request.Headers.TryAddWithoutValidation("x-functions-key", _key);
        return await SendAsync(request, cancellationToken);
    }

    private async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        try
        {
            return await _http.SendAsync(request, cancellationToken);
        }
        catch (HttpRequestException exception)
        {
            throw new HostException(ExitCodes.HostUnreachable, $"No host at {Url}: {exception.GetBaseException().Message}. Start it with ./dev run, or name another with --url.");
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw new HostException(ExitCodes.HostUnreachable, $"The host at {Url} did not answer within {_http.Timeout.TotalSeconds:0} s.");
        }
    }

    private HttpResponseMessage Succeeded(HttpResponseMessage response) => response.StatusCode switch
    {
        HttpStatusCode.OK => response,
        HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden => throw new HostException(
            ExitCodes.KeyRefused, $"The host at {Url} refuses the key. Give the one that it printed when it first started (.payshift/host.key) with --key or in PAYSHIFT_KEY."),
        _ => throw new HostException(
            ExitCodes.HostUnreachable, $"{response.RequestMessage!.RequestUri} answered {(int)response.StatusCode} {response.ReasonPhrase}: is this a Payshift host?"),
    };

    private static async Task<T> ReadAsync<T>(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        try
        {
            return await response.Content.ReadFromJsonAsync<T>(Json, cancellationToken) ?? throw new JsonException("null");
        }
        catch (JsonException)
        {
            throw new HostException(
                ExitCodes.HostUnreachable, $"{response.RequestMessage!.RequestUri} answered something else than this version expects: is this a Payshift host of the same version?");
        }
    }

    /// <summary>So that a path before the routes is kept.</summary>
    private static Uri WithSlash(Uri url) => url.AbsoluteUri.EndsWith('/') ? url : new Uri(url.AbsoluteUri + "/");

    private sealed record Counts(int Kept, int Duplicates);

    private sealed record Payment(IReadOnlyList<PaymentRecord> Webhooks);
}
