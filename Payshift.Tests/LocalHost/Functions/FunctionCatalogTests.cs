using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Payshift.LocalHost.Functions;
using Payshift.LocalHost.Startup;

namespace Payshift.Tests.LocalHost.Functions;

public sealed class FunctionCatalogTests
{
    [Fact]
    public void Refuses_a_route_that_the_real_host_keeps_for_itself() =>
        Assert.Contains("admin/stats", Assert.Throws<HostStartException>(() => FunctionCatalog.Read([typeof(Reserved)])).Message, StringComparison.Ordinal);

    [Fact]
    public void Refuses_two_functions_of_one_name() =>
        Assert.Contains("Echo", Assert.Throws<HostStartException>(() => FunctionCatalog.Read([typeof(SampleFunctions), typeof(SampleFunctions)])).Message, StringComparison.Ordinal);

    [Fact]
    public void Refuses_a_function_without_a_trigger() =>
        Assert.Contains("Loose", Assert.Throws<HostStartException>(() => FunctionCatalog.Read([typeof(Untriggered)])).Message, StringComparison.Ordinal);

    private sealed class Reserved
    {
        [Function("Stats")]
        public IResult Stats([HttpTrigger(AuthorizationLevel.Function, "get", Route = "admin/stats")] HttpRequest request) =>
            Results.Text(request.Path);
    }

    private sealed class Untriggered
    {
        [Function("Loose")]
        public void Loose()
        {
        }
    }
}
