using System.Net;
using Payshift.Cli.Invocation;
using Payshift.Core.Operations;
using Payshift.Core.Operations.Payments;
using Payshift.Core.Operations.Stats;
using Payshift.Core.Storage.Results;
using Payshift.Samples;

namespace Payshift.Cli.Clients;

/// <summary>
/// The HTTP connection to a running Payshift. The command's knowledge of routes is here and in <see
/// cref="HttpPayshiftClient"/>.
/// </summary>
internal sealed class HostClient : IDisposable
{
    private static readonly TimeSpan AnswerTimeout = TimeSpan.FromSeconds(30);

    /// <summary>A batch may take minutes: longer than its own time limit.</summary>
    private static readonly TimeSpan WorkTimeout = TimeSpan.FromMinutes(35);

    private readonly HttpClient _http;
    private readonly TimeProvider _time;
    private readonly string? _key;

    /// <param name="key">The function key, null where only webhooks are sent.</param>
    public HostClient(Uri url, string? key, TimeProvider time)
    {
        _http = new HttpClient { BaseAddress = WithSlash(url), Timeout = Timeout.InfiniteTimeSpan };
        _key = key;
        _time = time;
    }

    public Uri Url => _http.BaseAddress!;

    public Uri WebhookUrl(string provider) => new(Url, $"payment/webhooks/{Uri.EscapeDataString(provider)}");

    public Uri PaymentUrl(string reference) => new(Url, $"payment/admin/payments/{Uri.EscapeDataString(reference)}");

    public Uri StatsUrl => new(Url, "payment/admin/stats");

    public Uri HealthUrl => new(Url, "payment/health");

    /// <summary>Sends a delivery as the provider would.</summary>
    public async Task<DeliveryOutcome> SendAsync(SampleDelivery delivery, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(Url, $"payment/webhooks/{delivery.Path}")) { Content = new ByteArrayContent(delivery.Body) };
        foreach (var (name, value) in delivery.Headers)
        {
            if (!request.Headers.TryAddWithoutValidation(name, value))
            {
                request.Content.Headers.TryAddWithoutValidation(name, value);
            }
        }

        var started = _time.GetTimestamp();
        using var response = await SendAsync(request, AnswerTimeout, cancellationToken);
        var elapsed = _time.GetElapsedTime(started);
        var counts = response.StatusCode == HttpStatusCode.OK ? await HostResponse.TryReadAsync<DeliveryResponse>(response, cancellationToken) : null;
        return new DeliveryOutcome((int)response.StatusCode, counts?.Kept, counts?.Duplicates, elapsed);
    }

    public Task<StatsResponse> GetStatsAsync(CancellationToken cancellationToken) => GetAsync<StatsResponse>(StatsUrl, cancellationToken);

    /// <summary>What is recorded of a payment; empty where nothing is, yet.</summary>
    public async Task<IReadOnlyList<PaymentRecord>> GetPaymentAsync(string reference, CancellationToken cancellationToken) =>
        (await FindAsync<PaymentResponse>(PaymentUrl(reference), cancellationToken))?.Webhooks ?? [];

    /// <exception cref="CommandException">There is no such answer.</exception>
    public async Task<T> GetAsync<T>(Uri url, CancellationToken cancellationToken)
    {
        using var response = await AskAsync(HttpMethod.Get, url, AnswerTimeout, cancellationToken);
        return await HostResponse.ReadAsync<T>(response, cancellationToken);
    }

    /// <inheritdoc cref="GetAsync{T}(Uri, CancellationToken)"/>
    public Task<T> GetAsync<T>(string route, CancellationToken cancellationToken) => GetAsync<T>(new Uri(Url, route), cancellationToken);

    /// <returns>Null where the host says that there is nothing.</returns>
    /// <exception cref="CommandException">There is no such answer.</exception>
    public async Task<T?> FindAsync<T>(Uri url, CancellationToken cancellationToken)
        where T : class
    {
        using var response = await AskAsync(HttpMethod.Get, url, AnswerTimeout, cancellationToken);
        return HostResponse.Problem(response) == HttpStatusCode.NotFound ? null : await HostResponse.ReadAsync<T>(response, cancellationToken);
    }

    /// <inheritdoc cref="FindAsync{T}(Uri, CancellationToken)"/>
    public Task<T?> FindAsync<T>(string route, CancellationToken cancellationToken)
        where T : class => FindAsync<T>(new Uri(Url, route), cancellationToken);

    /// <exception cref="CommandException">There is no such answer.</exception>
    public Task<T> PostAsync<T>(string route, CancellationToken cancellationToken)
        where T : class => PostAsync<T>(route, _ => null, cancellationToken);

    /// <param name="refused">What refusals that are expected mean; null for the others.</param>
    /// <exception cref="CommandException">There is no such answer.</exception>
    public async Task<T> PostAsync<T>(string route, Func<HttpStatusCode, T?> refused, CancellationToken cancellationToken)
        where T : class
    {
        using var response = await AskAsync(HttpMethod.Post, new Uri(Url, route), WorkTimeout, cancellationToken);
        return HostResponse.Problem(response) is { } problem && refused(problem) is { } meaning ? meaning : await HostResponse.ReadAsync<T>(response, cancellationToken);
    }

    public void Dispose() => _http.Dispose();

    private async Task<HttpResponseMessage> AskAsync(HttpMethod method, Uri url, TimeSpan timeout, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(method, url);
        request.Headers.TryAddWithoutValidation("x-functions-key", _key);
        return await SendAsync(request, timeout, cancellationToken);
    }

    private async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, TimeSpan timeout, CancellationToken cancellationToken)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(timeout);
        try
        {
            return await _http.SendAsync(request, limit.Token);
        }
        catch (HttpRequestException exception)
        {
            throw new CommandException(ExitCodes.HostUnreachable, $"No host at {Url}: {exception.GetBaseException().Message.TrimEnd('.')}. Start it with ./dev run, or name another with --url.");
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw new CommandException(ExitCodes.HostUnreachable, $"The host at {Url} did not answer within {timeout.TotalSeconds:0} s.");
        }
    }

    /// <summary>So that a path before the routes is kept.</summary>
    private static Uri WithSlash(Uri url) => url.AbsoluteUri.EndsWith('/') ? url : new Uri(url.AbsoluteUri + "/");

}
