using Payshift.Core.Providers.Http;

namespace Payshift.Tests.Providers.Http;

public sealed class ProviderFetcherTests : IDisposable
{
    private readonly HttpListener _server = new();
    private readonly Uri _url;

    public ProviderFetcherTests()
    {
        _url = new Uri($"http://127.0.0.1:{TestPort.Take()}/");
        _server.Prefixes.Add(_url.AbsoluteUri);
        _server.Start();
    }

    [Fact]
    public async Task Answer_is_given_as_it_is()
    {
        var document = await FetchAsync(response => Write(response, "hello"));

        Assert.True(document.IsFound);
        Assert.Equal("hello", Encoding.UTF8.GetString(document.Body.Span));
    }

    [Theory]
    [InlineData(404, true)]
    [InlineData(410, true)]
    [InlineData(401, false)]
    [InlineData(503, false)]
    public async Task Refusal_is_an_answer(int status, bool isAbsent)
    {
        var document = await FetchAsync(response => response.StatusCode = status);

        Assert.Equal((HttpStatusCode)status, document.Status);
        Assert.Equal(isAbsent, document.IsAbsent);
        Assert.False(document.IsFound);
    }

    [Fact]
    public async Task Redirect_is_not_followed()
    {
        var asked = 0;
        var document = await FetchAsync(response =>
        {
            asked++;
            response.Redirect(new Uri(_url, "elsewhere").AbsoluteUri);
        });

        Assert.Equal(HttpStatusCode.Redirect, document.Status);
        Assert.Equal(1, asked);
    }

    [Fact]
    public async Task Endless_answer_is_no_answer() =>
        Assert.Equal(FetchedDocument.Unreachable, await FetchAsync(response => Write(response, new string('x', 1024 * 1024))));

    [Fact]
    public async Task Silence_ends_in_time()
    {
        using var fetcher = new ProviderFetcher();
        using var request = new HttpRequestMessage(HttpMethod.Get, _url);
        var waited = System.Diagnostics.Stopwatch.StartNew();

        // Nobody answers: the server accepts the connection and leaves it at that.
        Assert.Equal(FetchedDocument.Unreachable, await fetcher.FetchAsync(request, default));
        Assert.InRange(waited.Elapsed, TimeSpan.FromSeconds(1), TimeSpan.FromMinutes(1));
    }

    [Fact]
    public async Task Nothing_is_thrown_for_who_cannot_be_reached_or_no_longer_waits()
    {
        using var fetcher = new ProviderFetcher();
        using var nobody = new HttpRequestMessage(HttpMethod.Get, new Uri("http://127.0.0.1:1/"));
        using var gone = new HttpRequestMessage(HttpMethod.Get, _url);

        Assert.Equal(FetchedDocument.Unreachable, await fetcher.FetchAsync(nobody, default));
        Assert.Equal(FetchedDocument.Unreachable, await fetcher.FetchAsync(gone, new CancellationToken(canceled: true)));
    }

    public void Dispose() => _server.Close();

    private static void Write(HttpListenerResponse response, string body) => response.OutputStream.Write(Encoding.UTF8.GetBytes(body));

    private async Task<FetchedDocument> FetchAsync(Action<HttpListenerResponse> answer)
    {
        // The answer comes at once, but for what else a busy machine does.
        using var fetcher = new ProviderFetcher(TimeSpan.FromMinutes(1));
        using var request = new HttpRequestMessage(HttpMethod.Get, _url);
        var fetched = fetcher.FetchAsync(request, default);
        var context = await _server.GetContextAsync();
        try
        {
            answer(context.Response);
            context.Response.Close();
        }
        catch (HttpListenerException)
        {
            // Who reads no further than its limit hangs up.
        }

        return await fetched;
    }
}
