namespace Payshift.Cli.Sending;

/// <summary>Every provider that samples can be made of.</summary>
internal sealed class SampleCatalog(TimeProvider time, Random random)
{
    public IReadOnlyList<SampleProvider> All { get; } =
    [
        new StripeSample(time, random),
        new PaystackSample(time, random),
        new FlutterwaveV3Sample(time, random),
        new FlutterwaveV4Sample(time, random),
        new StandardWebhooksSample(time, random),
    ];

    public SampleProvider this[string name] => All.First(sample => sample.Name == name);
}
