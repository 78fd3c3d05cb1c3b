using Payshift.Core.Operations;

namespace Payshift.Functions.Triggers;

/// <summary>The description of these routes in OpenAPI 3.1.</summary>
public sealed class AdminOpenApi
{
    [Function(nameof(AdminOpenApi))]
    public IResult Run([HttpTrigger(AuthorizationLevel.Function, "get", Route = "payment/admin/openapi.json")] HttpRequest request) =>
        Results.Text(OpenApiDescription.Text, "application/json");
}
