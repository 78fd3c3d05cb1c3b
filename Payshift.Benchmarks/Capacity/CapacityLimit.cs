namespace Payshift.Benchmarks.Capacity;

/// <param name="Share">What is taken of it: 1 is all.</param>
internal sealed record CapacityLimit(string Name, double Share);
