namespace Microsoft.Azure.Functions.Worker;

/// <summary>Names a function. The same shape as the worker's attribute.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class FunctionAttribute(string name) : Attribute
{
    public string Name { get; } = name;
}
