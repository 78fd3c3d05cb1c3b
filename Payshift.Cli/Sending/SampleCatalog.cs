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

    /// <summary>Those that the demo sends: a few say it all, and need nothing but a secret.</summary>
    public IEnumerable<SampleProvider> Demonstrated => All.Take(5);

    public SampleProvider this[string name] => All.First(sample => sample.Name == name);
}
