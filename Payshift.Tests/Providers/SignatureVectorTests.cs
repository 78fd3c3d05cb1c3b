using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using Moq;
using Payshift.Core.Providers.Signatures;
using Payshift.Core.Receiving;

namespace Payshift.Tests.Providers;

/// <summary>Deliveries whose result is known, through the receiver: nothing else decides what is kept.</summary>
public sealed class SignatureVectorTests
{
    private static readonly IReadOnlyList<SignatureVector> Own = SignatureVectors.Own;

    private static readonly IReadOnlyList<SignatureVector> Shared = SignatureVectors.Shared;

    public static TheoryData<string, int, string> Vectors()
    {
        var data = new TheoryData<string, int, string>();
        foreach (var (set, vectors) in new[] { ("own", Own), ("shared", Shared) })
        {
            for (var i = 0; i < vectors.Count; i++)
            {
                data.Add(set, i, $"{vectors[i].Provider}: {vectors[i].Name}");
            }
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(Vectors))]
    public async Task Verdict_is_what_the_scheme_demands(string set, int index, string name)
    {
        var vector = (set == "own" ? Own : Shared)[index];
        var provider = AllProviders.Find(vector.Provider)!;

        var result = await provider.VerifyAsync(vector.Delivery, vector.Options, vector.Now, default);
        var received = await ReceiveAsync(provider, vector);

        Assert.True((result == SignatureResult.Valid) == (vector.Expected == "valid"), $"{name}: {result}, because {vector.Why}");
        Assert.Equal(vector.Expected == "valid", received.Status is ReceiveStatus.Accepted or ReceiveStatus.Malformed);
    }

    [SharedFilesFact]
    public void Every_shared_vector_belongs_to_a_provider()
    {
        Assert.True(Shared.Count >= 227);
        Assert.All(Shared, vector => Assert.NotNull(AllProviders.Find(vector.Provider)));
        Assert.All(AllProviders.List, provider => Assert.True(
            provider.Name == "mpesa" || Shared.Any(vector => vector.Provider == provider.Name), provider.Name));
    }

    [Fact]
    public void Every_provider_has_vectors_of_both_kinds()
    {
        foreach (var provider in AllProviders.List)
        {
            Assert.Contains(Own, vector => vector.Provider == provider.Name && vector.Expected == "valid");
            Assert.Contains(Own, vector => vector.Provider == provider.Name && vector.Expected == "invalid");
        }
    }

    [Fact]
    public void Secrets_that_work_pass_validation()
    {
        foreach (var vector in Own.Concat(Shared).Where(vector => vector.Expected == "valid"))
        {
            Assert.Empty(AllProviders.Find(vector.Provider)!.Validate(vector.Options));
        }
    }

    private static Task<ReceiveResult> ReceiveAsync(IWebhookProvider provider, SignatureVector vector)
    {
        var queue = new Mock<IWebhookQueue>();
        queue.Setup(it => it.EnqueueAsync(It.IsAny<IReadOnlyList<Webhook>>()))
            .ReturnsAsync((IReadOnlyList<Webhook> webhooks) => new EnqueueResult(webhooks.Count, 0));
        var receiver = new WebhookReceiver(
            new ProviderRegistry([provider], Options.Create(new ProvidersOptions { [provider.Name] = vector.Options })),
            Enqueuers.ToQueue(queue.Object),
            Options.Create(new QueueOptions()),
            new FakeTimeProvider(vector.Now),
            UnheardTelemetry.Instance,
            NullLogger<WebhookReceiver>.Instance);
        var delivery = vector.Delivery;
        var request = new WebhookRequest(provider.Name, delivery.Headers, new MemoryStream(delivery.Body.ToArray()))
        {
            QueryString = delivery.QueryString,
            PathSecret = delivery.PathSecret,
            RemoteAddress = delivery.RemoteAddress,
        };
        return receiver.ReceiveAsync(request, default);
    }
}
