namespace Payshift.Chaos.Checks;

/// <summary>A key that is in Redis at the end.</summary>
internal sealed record LeftKey(string Name, bool Expires);
