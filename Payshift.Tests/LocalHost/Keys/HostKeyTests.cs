using Payshift.Tests.LocalHost.Functions;
using Payshift.Tests.LocalHost.Support;

namespace Payshift.Tests.LocalHost.Keys;

public sealed class HostKeyTests() : HostTest(typeof(SampleFunctions))
{
    [Theory]
    [InlineData("test/locked", TestHost.Key, HttpStatusCode.OK)]
    [InlineData("test/locked", "wrong", HttpStatusCode.Unauthorized)]
    [InlineData("test/locked", "", HttpStatusCode.Unauthorized)]
    [InlineData("test/locked", null, HttpStatusCode.Unauthorized)]
    [InlineData("test/master", TestHost.Key, HttpStatusCode.OK)]
    [InlineData("test/master", null, HttpStatusCode.Unauthorized)]
    [InlineData("test/locked?code=" + TestHost.Key, null, HttpStatusCode.OK)]
    [InlineData("test/locked?code=wrong", null, HttpStatusCode.Unauthorized)]
    [InlineData("test/locked?code=" + TestHost.Key, "wrong", HttpStatusCode.Unauthorized)]
    [InlineData("test/two", null, HttpStatusCode.OK)]
    public async Task Opens_with_the_right_key_only(string path, string? header, HttpStatusCode expected)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        if (header is not null)
        {
            request.Headers.TryAddWithoutValidation("x-functions-key", header);
        }

        using var answer = await Client.SendAsync(request);

        Assert.Equal(expected, answer.StatusCode);
        if (expected == HttpStatusCode.Unauthorized)
        {
            Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
        }
    }
}
