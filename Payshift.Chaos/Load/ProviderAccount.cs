using Payshift.Samples;

namespace Payshift.Chaos.Load;

/// <summary>What one sample signs with, and the settings by which hosts verify it.</summary>
/// <param name="Request">Everything that the signature needs; the rest is filled in for each event.</param>
internal sealed record ProviderAccount(SampleProvider Sample, SampleRequest Request, IReadOnlyDictionary<string, string> Settings);
