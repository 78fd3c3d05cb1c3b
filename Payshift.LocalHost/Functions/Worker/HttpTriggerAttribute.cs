namespace Microsoft.Azure.Functions.Worker;

/// <summary>Marks the request parameter of an HTTP function. The same shape as the worker's attribute.</summary>
[AttributeUsage(AttributeTargets.Parameter)]
public sealed class HttpTriggerAttribute(AuthorizationLevel authLevel, params string[] methods) : Attribute
{
    /// <summary>The route template, with route parameters as in ASP.NET Core; the function's name where absent.</summary>
    public string? Route { get; set; }

    public string[]? Methods { get; } = methods;

    public AuthorizationLevel AuthLevel { get; } = authLevel;
}
