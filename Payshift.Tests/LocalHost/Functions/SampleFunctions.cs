using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Payshift.Tests.LocalHost.Functions;

internal sealed class SampleFunctions
{
    [Function("Echo")]
    public async Task<IResult> EchoAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "test/echo/{name}")] HttpRequest request,
        string name,
        CancellationToken cancellationToken)
    {
        using var reader = new StreamReader(request.Body);
        return Results.Text($"{name}: {await reader.ReadToEndAsync(cancellationToken)}");
    }

    [Function("Locked")]
    public Task<IResult> Locked([HttpTrigger(AuthorizationLevel.Function, "get", Route = "test/locked")] HttpRequest request) =>
        Task.FromResult(Results.Text($"open for {request.Method}"));

    [Function("Master")]
    public Task<IResult> Master([HttpTrigger(AuthorizationLevel.Admin, "get", Route = "test/master")] HttpRequest request) =>
        Task.FromResult(Results.Text($"open for {request.Method}"));

    [Function("Broken")]
    public Task<IResult> Broken([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "test/broken")] HttpRequest request) =>
        throw new InvalidOperationException($"the secret of {request.Path}");

    [Function("TwoWaysGet")]
    public IResult TwoWaysGet([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "test/two")] HttpRequest request) =>
        Results.Text($"read by {request.Method}");

    [Function("TwoWaysPost")]
    public IResult TwoWaysPost([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "test/two")] HttpRequest request) =>
        Results.Text($"written by {request.Method}");

    [Function("ACatchAll")]
    public IResult CatchAll([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "test/files/{**path}")] HttpRequest request, string path) =>
        Results.Text($"{request.Method} caught {path}");

    [Function("Files")]
    public IResult Files([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "test/files/index")] HttpRequest request) =>
        Results.Text($"{request.Method} index");
}
