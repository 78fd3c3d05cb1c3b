namespace Payshift.Samples;

/// <summary>A <see cref="SampleRequest"/> with its defaults filled in.</summary>
internal sealed record SampleEvent(string Type, string? Reference, string Method, Money Amount, DateTimeOffset Time, bool Succeeded);
