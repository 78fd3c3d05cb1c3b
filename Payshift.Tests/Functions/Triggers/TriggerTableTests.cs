using Microsoft.Azure.Functions.Worker;
using Payshift.LocalHost;
using Payshift.LocalHost.Functions;

namespace Payshift.Tests.Functions.Triggers;

/// <summary>The functions that callers and settings know, with their routes, methods, levels and schedules, as the trigger classes declare them.</summary>
public sealed class TriggerTableTests
{
    private static readonly FunctionCatalog Catalog = FunctionCatalog.Read(new LocalHostSetup().FunctionTypes);

    [Fact]
    public void Serves_these_routes_and_no_others() => Assert.Equal(
        [
            "AdminAnalytics: GET payment/admin/analytics, Function",
            "AdminAudit: GET payment/admin/audit, Function",
            "AdminBatches: GET payment/admin/batches, Function",
            "AdminCleanup: POST payment/admin/cleanup, Function",
            "AdminDashboard: GET payment/admin/webhook-dashboard/{*asset}, Anonymous",
            "AdminFailure: GET payment/admin/failures/{id}, Function",
            "AdminFailureRetry: POST payment/admin/failures/{id}/retry, Function",
            "AdminFailures: GET payment/admin/failures, Function",
            "AdminFailuresRetry: POST payment/admin/failures/retry, Function",
            "AdminHealth: GET payment/admin/health, Function",
            "AdminOpenApi: GET payment/admin/openapi.json, Function",
            "AdminPause: POST payment/admin/queue/pause, Function",
            "AdminPayments: GET payment/admin/payments/{reference}, Function",
            "AdminProcess: POST payment/admin/process, Function",
            "AdminResume: POST payment/admin/queue/resume, Function",
            "AdminStats: GET payment/admin/stats, Function",
            "Health: GET payment/health, Anonymous",
            "HealthLive: GET payment/health/live, Anonymous",
            "ReceiveWebhook: GET,POST payment/webhooks/{provider}/{pathSecret?}, Anonymous",
        ],
        Catalog.Http
            .Select(function => $"{function.Name}: {string.Join(',', function.Methods)} {function.Route}, {function.AuthLevel}")
            .Order(StringComparer.Ordinal));

    [Fact]
    public void Runs_by_these_settings_and_no_others() => Assert.Equal(
        ["CleanupQueue: %CleanupSchedule%", "ProcessBatches: %ProcessSchedule%"],
        Catalog.Timers.Select(function => $"{function.Name}: {function.Schedule}").Order(StringComparer.Ordinal));

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
