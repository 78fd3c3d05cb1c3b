using Microsoft.Azure.Functions.Worker;
using Payshift.LocalHost;
using Payshift.LocalHost.Functions;

namespace Payshift.Tests.LocalHost.Triggers;

/// <summary>The functions, routes and authorization levels that the design promises, read from the trigger classes.</summary>
public sealed class TriggerTableTests
{
    private static readonly FunctionCatalog Catalog = FunctionCatalog.Read(new LocalHostSetup().FunctionTypes);

    [Theory]
    [InlineData("AdminBatches", "GET", "payment/admin/batches", AuthorizationLevel.Function)]
    [InlineData("AdminCleanup", "POST", "payment/admin/cleanup", AuthorizationLevel.Function)]
    [InlineData("AdminPayments", "GET", "payment/admin/payments/{reference}", AuthorizationLevel.Function)]
    [InlineData("AdminProcess", "POST", "payment/admin/process", AuthorizationLevel.Function)]
    [InlineData("AdminStats", "GET", "payment/admin/stats", AuthorizationLevel.Function)]
    [InlineData("AdminHealth", "GET", "payment/admin/health", AuthorizationLevel.Function)]
    [InlineData("Health", "GET", "payment/health", AuthorizationLevel.Anonymous)]
    [InlineData("HealthLive", "GET", "payment/health/live", AuthorizationLevel.Anonymous)]
    [InlineData("ReceiveWebhook", "GET,POST", "payment/webhooks/{provider}/{pathSecret?}", AuthorizationLevel.Anonymous)]
    public void Serves_the_route(string name, string method, string route, AuthorizationLevel level)
    {
        var function = Assert.Single(Catalog.Http, function => function.Name == name);

        Assert.Equal(method.Split(','), function.Methods);
        Assert.Equal(route, function.Route);
        Assert.Equal(level, function.AuthLevel);
    }

    [Theory]
    [InlineData("ProcessBatches", "%ProcessSchedule%")]
    [InlineData("CleanupQueue", "%CleanupSchedule%")]
    public void Runs_by_the_setting(string name, string schedule) =>
        Assert.Equal(schedule, Assert.Single(Catalog.Timers, function => function.Name == name).Schedule);

    [Fact]
    public void Only_webhooks_health_and_the_page_without_data_are_open_to_everyone() => Assert.All(
        Catalog.Http.Where(function => function.AuthLevel == AuthorizationLevel.Anonymous),
        function => Assert.Contains(function.Name, new[] { "AdminDashboard", "Health", "HealthLive", "ReceiveWebhook" }));

    [Fact]
    public void No_route_starts_with_what_the_Functions_host_keeps_for_itself() => Assert.All(
        Catalog.Http, function => Assert.StartsWith("payment/", function.Route, StringComparison.Ordinal));

    [Fact]
    public void Trigger_classes_are_what_the_worker_can_find() => Assert.All(
        Catalog.Http.Select(function => function.Method).Concat(Catalog.Timers.Select(function => function.Method)),
        method =>
        {
            Assert.True(method.DeclaringType is { IsPublic: true, IsSealed: true, Namespace: "Payshift.Functions.Triggers" });
            Assert.True(method.IsPublic);
        });
}
