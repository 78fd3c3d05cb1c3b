using System.IO.Compression;
using Payshift.Dashboard;
using Payshift.Functions.Triggers;
using Payshift.Tests.LocalHost.Support;

namespace Payshift.Tests.Dashboard;

/// <summary>The page's files over HTTP, as any client gets them.</summary>
public sealed class DashboardRouteTests() : HostTest(typeof(AdminDashboard))
{
    private const string Route = "/payment/admin/webhook-dashboard/";

    private static readonly string Script = EmbeddedPaths.All.First(path => path.EndsWith(".js", StringComparison.Ordinal));

    [Fact]
    public async Task Every_file_runs_nothing_but_the_pages_own_and_is_framed_by_nobody()
    {
        foreach (var path in EmbeddedPaths.All)
        {
            using var answer = await GetAsync(path);
            var policy = Assert.Single(answer.Headers.GetValues("Content-Security-Policy"))
                .Split("; ").Select(part => part.Split(' ', 2)).ToDictionary(part => part[0], part => part[1]);

            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
            Assert.Equal(("'none'", "'self'", "'self'", "'self'"), (policy["default-src"], policy["script-src"], policy["style-src"], policy["connect-src"]));
            Assert.Equal(("'none'", "'none'", "'none'"), (policy["base-uri"], policy["form-action"], policy["frame-ancestors"]));
            Assert.DoesNotContain("unsafe", string.Join(' ', policy.Values), StringComparison.Ordinal);
            Assert.Equal("nosniff", Assert.Single(answer.Headers.GetValues("X-Content-Type-Options")));
            Assert.Equal("no-referrer", Assert.Single(answer.Headers.GetValues("Referrer-Policy")));
            Assert.Equal(DashboardAssets.Find(path)!.ContentType, answer.Content.Headers.ContentType?.ToString());
        }
    }

    [Theory]
    [InlineData("/payment/admin/webhook-dashboard")]
    [InlineData(Route)]
    [InlineData(Route + "index.html")]
    public async Task The_page_is_found_with_and_without_its_slash(string address)
    {
        using var answer = await Client.GetAsync(new Uri(address, UriKind.Relative));
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal(DashboardAssets.Find(DashboardAssets.Index)!.Plain.ToArray(), await answer.Content.ReadAsByteArrayAsync());
    }

    [Fact]
    public async Task The_page_is_asked_for_anew_each_time_and_its_files_are_kept()
    {
        using var page = await GetAsync("");
        using var script = await GetAsync(Script);
        Assert.Equal("no-cache", page.Headers.CacheControl?.ToString());
        Assert.Equal("public, max-age=31536000, immutable", script.Headers.CacheControl?.ToString());
    }

    [Theory]
    [InlineData("{0}")]
    [InlineData("{0}, \"other\"")]
    [InlineData("\"other\", {0}")]
    public async Task What_the_browser_has_is_not_sent_again(string known)
    {
        using var first = await GetAsync("");
        using var second = await GetAsync("", ("If-None-Match", string.Format(null, known, first.Headers.ETag)));

        Assert.Equal(HttpStatusCode.NotModified, second.StatusCode);
        Assert.Empty(await second.Content.ReadAsByteArrayAsync());
        Assert.Equal(first.Headers.ETag, second.Headers.ETag);
    }

    [Fact]
    public async Task What_the_browser_has_of_another_version_is_sent_again()
    {
        using var answer = await GetAsync("", ("If-None-Match", "\"other\""));
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    [Theory]
    [InlineData("br, gzip", "br")]
    [InlineData("gzip, deflate, br", "br")]
    [InlineData("gzip", "gzip")]
    [InlineData("br;q=0, gzip;q=0.5", "gzip")]
    [InlineData("identity", null)]
    [InlineData("br;q=0", null)]
    [InlineData(null, null)]
    public async Task The_smallest_encoding_that_is_accepted_is_taken(string? accepted, string? expected)
    {
        using var answer = await (accepted is null ? GetAsync(Script) : GetAsync(Script, ("Accept-Encoding", accepted)));

        Assert.Equal(expected, answer.Content.Headers.ContentEncoding.SingleOrDefault());
        Assert.Contains("Accept-Encoding", answer.Headers.Vary);
        var body = await answer.Content.ReadAsByteArrayAsync();
        Assert.Equal(body.Length, answer.Content.Headers.ContentLength);
        Assert.Equal(DashboardAssets.Find(Script)!.Plain.ToArray(), Decoded(body, expected));
    }

    [Theory]
    [InlineData("nothing.js")]
    [InlineData("assets")]
    [InlineData("..%2Findex.html")]
    public async Task What_the_page_does_not_have_is_not_found(string path)
    {
        using var answer = await GetAsync(path);
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Equal("The dashboard has no such file.", JsonDocument.Parse(await answer.Content.ReadAsStringAsync()).RootElement.GetProperty("detail").GetString());
    }

    [Theory]
    [InlineData("POST")]
    [InlineData("HEAD")]
    public async Task The_page_can_only_be_got(string method)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), Route);
        using var answer = await Client.SendAsync(request);
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    private async Task<HttpResponseMessage> GetAsync(string path, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, Route + path);
        foreach (var (name, value) in headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        return await Client.SendAsync(request);
    }

    private static byte[] Decoded(byte[] body, string? encoding)
    {
        using var source = new MemoryStream(body);
        using Stream decoded = encoding switch
        {
            "br" => new BrotliStream(source, CompressionMode.Decompress),
            "gzip" => new GZipStream(source, CompressionMode.Decompress),
            _ => source,
        };
        using var target = new MemoryStream();
        decoded.CopyTo(target);
        return target.ToArray();
    }
}
