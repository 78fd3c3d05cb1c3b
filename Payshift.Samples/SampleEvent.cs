namespace Payshift.Samples;

/// <summary>A <see cref="SampleRequest"/> whose blanks are filled in.</summary>
internal sealed record SampleEvent(string Type, string? Reference, string Method, Money Amount, DateTimeOffset Time, bool Succeeded);
