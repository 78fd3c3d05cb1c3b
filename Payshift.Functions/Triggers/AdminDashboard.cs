using Microsoft.Azure.Functions.Worker;
using Payshift.Functions.Triggers.Answers;

namespace Payshift.Functions.Triggers;

/// <summary>The operators' page and its files. They hold no data: each of the page's calls carries the key.</summary>
public sealed class AdminDashboard
{
    [Function(nameof(AdminDashboard))]
    public IResult Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "payment/admin/webhook-dashboard/{*asset}")] HttpRequest request,
        string? asset) => DashboardAnswer.To(asset);
}
