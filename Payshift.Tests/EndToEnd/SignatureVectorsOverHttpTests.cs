using Payshift.Tests.Providers;

namespace Payshift.Tests.EndToEnd;

/// <summary>Deliveries whose verification result is known, over HTTP: the host, the route and the trigger must not change it.</summary>
[Collection(HostsCollection.Name)]
public sealed class SignatureVectorsOverHttpTests(ServicesFixture services) : ServicesTest(services)
{
    private ProviderHost _host = null!;

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        _host = await ProviderHost.StartAsync(Services);
    }

    public override Task DisposeAsync() => _host.DisposeAsync().AsTask();

    [Fact]
    public Task Own_vectors_are_answered_as_their_schemes_demand() => AssertAnswersAsync(SignatureVectors.Own);

    [SharedFilesFact]
    public Task Shared_vectors_are_answered_as_their_schemes_demand() => AssertAnswersAsync(SignatureVectors.Shared);

    private async Task AssertAnswersAsync(IReadOnlyList<SignatureVector> vectors)
    {
        var surprises = new List<string>();
        foreach (var vector in vectors.OrderBy(vector => vector.Expected == "valid"))
        {
            var provider = AllProviders.Find(vector.Provider)!;
            var answer = await _host.PostAsync(provider, vector.Options, vector.Now, vector.Delivery);
            if (answer.Status != Status(provider, vector))
            {
                surprises.Add($"{vector.Provider}: {vector.Name}: {answer}, expected {Status(provider, vector)}");
            }

            if (vector.Expected == "invalid")
            {
                Assert.Equal(0, (await _host.Queue.GetStatsAsync()).Known);
            }
        }

        Assert.True(surprises.Count == 0, string.Join('\n', surprises));
    }

    private static int Status(IWebhookProvider provider, SignatureVector vector) => vector.Expected switch
    {
        "invalid" when !vector.Options.IsOn => 404,
        "invalid" => provider.Responses?.InvalidSignature?.StatusCode ?? 401,
        _ when IsEvent(provider, vector.Delivery) => provider.Responses?.Accepted?.StatusCode ?? 200,

        // Some official libraries test their signatures on texts that are no events. The check passes them, and the reader does not.
        _ => 400,
    };

    private static bool IsEvent(IWebhookProvider provider, WebhookDelivery delivery)
    {
        try
        {
            return provider.Extract(delivery).Count >= 0;
        }
        catch (Exception exception) when (exception is MalformedDeliveryException or JsonException)
        {
            return false;
        }
    }
}
