namespace Payshift.Tests.Fuzzing;

/// <summary>The limit of a search for a counterexample.</summary>
/// <param name="Seconds">Null for as many inputs as the target has for a short run.</param>
/// <param name="Seed">Of the first input, to repeat a finding.</param>
internal sealed record FuzzLimit(int? Seconds = null, string? Seed = null);
