using System.Net.Http.Json;
using Microsoft.AspNetCore.Mvc;
using Payshift.Tests.LocalHost.Support;

namespace Payshift.Tests.LocalHost.Functions;

public sealed class FunctionEndpointsTests() : HostTest(typeof(SampleFunctions))
{
    [Fact]
    public async Task Binds_route_parameters_and_the_request()
    {
        using var answer = await Client.PostAsync("test/echo/stripe", new StringContent("body"));

        Assert.Equal("stripe: body", await answer.Content.ReadAsStringAsync());
        Assert.False(answer.Headers.Contains("Server"));
    }

    [Fact]
    public async Task Answers_a_wrong_method_with_404_like_the_real_host()
    {
        using var answer = await Client.GetAsync("test/echo/stripe");

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Empty(answer.Content.Headers.Allow);
    }

    [Fact]
    public async Task Answers_an_unknown_route_with_404()
    {
        using var answer = await Client.GetAsync("test/nothing");

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Fact]
    public async Task Tells_functions_of_one_route_apart_by_method()
    {
        using var written = await Client.PostAsync("test/two", null);

        Assert.Equal("written by POST", await written.Content.ReadAsStringAsync());
        Assert.Equal("read by GET", await Client.GetStringAsync("test/two"));
    }

    [Fact]
    public async Task Lets_the_alphabetically_first_function_win_like_the_real_host() =>
        Assert.Equal("GET caught index", await Client.GetStringAsync("test/files/index"));

    [Fact]
    public async Task Answers_an_unhandled_exception_with_a_problem_that_tells_nothing()
    {
        using var answer = await Client.GetAsync("test/broken");

        Assert.Equal(HttpStatusCode.InternalServerError, answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
        Assert.DoesNotContain("secret", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Null((await answer.Content.ReadFromJsonAsync<ProblemDetails>())!.Detail);
    }
}
