namespace Payshift.Samples;

/// <summary>The samples of all providers.</summary>
internal sealed class SampleCatalog(TimeProvider time, Random random)
{
    /// <summary>The names of the providers that Payshift includes, in alphabetical order.</summary>
    public static IReadOnlyList<string> ProviderNames { get; } =
        [.. new SampleCatalog(TimeProvider.System, Random.Shared).All.Select(sample => sample.Provider).Distinct().Order(StringComparer.Ordinal)];

    public IReadOnlyList<SampleProvider> All { get; } =
    [
        new StripeSample(time, random),
        new PaystackSample(time, random),
        new FlutterwaveV3Sample(time, random),
        new FlutterwaveV4Sample(time, random),
        new StandardWebhooksSample(time, random),
        new AdyenSample(time, random),
        new BraintreeSample(time, random),
        new CheckoutSample(time, random),
        new CoinbaseSample(time, random),
        new GoCardlessSample(time, random),
        new LemonSqueezySample(time, random),
        new MollieSample(time, random),
        new MonnifySample(time, random),
        new MpesaSample(time, random),
        new PaddleSample(time, random),
        new PayPalSample(time, random),
        new RazorpaySample(time, random),
        new SquareSample(time, random),
    ];

    /// <summary>The samples that the demo sends: a few that need only a secret.</summary>
    public IEnumerable<SampleProvider> Demonstrated => All.Take(5);

    public IEnumerable<SampleProvider> ByName => All.OrderBy(sample => sample.Name, StringComparer.Ordinal);

    /// <param name="name">The name of a sample, or of a provider for its first sample.</param>
    public SampleProvider? Find(string name) =>
        All.FirstOrDefault(sample => sample.Name.Equals(name, StringComparison.OrdinalIgnoreCase))
        ?? All.FirstOrDefault(sample => sample.Provider.Equals(name, StringComparison.OrdinalIgnoreCase));

    public SampleProvider this[string name] => All.First(sample => sample.Name == name);
}
