namespace Payshift.Core.Operations.Health;

/// <summary>The answer to a probe.</summary>
public sealed record HealthResponse(string Status);
