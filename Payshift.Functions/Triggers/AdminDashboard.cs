using Payshift.Functions.Triggers.Answers;

namespace Payshift.Functions.Triggers;

/// <summary>The operators' page and its files. They hold no data: each of the page's calls carries the key.</summary>
public sealed class AdminDashboard
{
    /// <remarks>A segment that may be absent is no parameter: the worker refuses one that it finds no value for.</remarks>
    [Function(nameof(AdminDashboard))]
    public IResult Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "payment/admin/webhook-dashboard/{*asset}")] HttpRequest request) =>
        DashboardResponse.To(request.RouteValues["asset"] as string);
}
