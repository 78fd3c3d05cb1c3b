using Org.BouncyCastle.Math.EC.Rfc8032;
using Org.BouncyCastle.Security;
using Payshift.Core.Providers.PayPal;
using Payshift.Core.Providers.Signatures;
using Payshift.Core.Providers.StandardWebhooks;

namespace Payshift.Tests.Providers.Signatures;

public sealed class SignatureCacheTests
{
    private const long Signed = 1_790_000_000;

    private static readonly DateTimeOffset Now = DateTimeOffset.FromUnixTimeSeconds(Signed);
    private static readonly byte[] Body = """{"type":"paid","data":{}}"""u8.ToArray();

    private readonly SignatureCache _cache = new(100);
    private readonly byte[] _privateKey = new byte[Ed25519.SecretKeySize];
    private readonly string _secret;
    private readonly StandardWebhooksProvider _provider;

    public SignatureCacheTests()
    {
        Ed25519.GeneratePrivateKey(new SecureRandom(), _privateKey);
        var publicKey = new byte[Ed25519.PublicKeySize];
        Ed25519.GeneratePublicKey(_privateKey, 0, publicKey, 0);
        _secret = $"whpk_{Convert.ToBase64String(publicKey)}";
        _provider = new StandardWebhooksProvider(_cache);
    }

    [Fact]
    public async Task Repeated_delivery_is_remembered_once_and_stays_valid()
    {
        for (var i = 0; i < 3; i++)
        {
            Assert.Equal(SignatureResult.Valid, await VerifyAsync(Sign(Body)));
            Assert.Equal(1, _cache.Count);
        }
    }

    [Fact]
    public async Task What_does_not_fit_is_neither_remembered_nor_believed_beside_what_does()
    {
        await VerifyAsync(Sign(Body));
        var body = Body.ToArray();
        for (var i = 0; i < body.Length; i++)
        {
            body[i] ^= 1;
            Assert.Equal(SignatureResult.Mismatch, await VerifyAsync(Sign(Body) with { Body = body }));
            body[i] ^= 1;
        }

        Assert.Equal(SignatureResult.Mismatch, await VerifyAsync(Sign(Body, id: "msg_2", sentId: "msg_1")));
        Assert.Equal(SignatureResult.Mismatch, await VerifyAsync(Sign(Body, time: Signed + 1, sentTime: Signed)));
        Assert.Equal(1, _cache.Count);
    }

    [Fact]
    public async Task Time_window_ends_for_what_is_remembered_too()
    {
        var delivery = Sign(Body);

        Assert.Equal(SignatureResult.Valid, await VerifyAsync(delivery, Now.AddMinutes(5)));
        Assert.Equal(SignatureResult.OutsideTimeWindow, await VerifyAsync(delivery, Now.AddMinutes(5).AddSeconds(1)));
        Assert.Equal(SignatureResult.Valid, await VerifyAsync(delivery, Now));
    }

    [Fact]
    public async Task Removed_secret_ends_what_is_remembered()
    {
        var delivery = Sign(Body);
        Assert.Equal(SignatureResult.Valid, await VerifyAsync(delivery));

        Assert.Equal(
            SignatureResult.Mismatch,
            await _provider.VerifyAsync(delivery, Deliveries.Options("whsec_c2VjcmV0LWtleS1vZi1vdXJz"), Now, default));
    }

    [Fact]
    public async Task Paypals_certificate_and_webhook_id_are_part_of_what_is_remembered()
    {
        var provider = new PayPalProvider(new FakeFetcher(_ => PayPalSigner.Serve(PayPalSigner.Leaf)), PayPalSigner.Roots, _cache);
        var options = new ProviderOptions { WebhookId = PayPalSigner.WebhookId };
        var delivery = PayPalSigner.Sign(Body, Body);

        Assert.Equal(SignatureResult.Valid, await provider.VerifyAsync(delivery, options, PayPalSigner.Now, default));
        Assert.Equal(SignatureResult.Valid, await provider.VerifyAsync(delivery, options, PayPalSigner.Now, default));
        Assert.Equal(1, _cache.Count);

        Assert.Equal(SignatureResult.Mismatch, await provider.VerifyAsync(PayPalSigner.Sign(Body, [1]), options, PayPalSigner.Now, default));
        Assert.Equal(SignatureResult.Mismatch, await provider.VerifyAsync(delivery, new ProviderOptions { WebhookId = "another" }, PayPalSigner.Now, default));
        Assert.Equal(SignatureResult.Mismatch, await provider.VerifyAsync(delivery, options, PayPalSigner.Now.AddYears(20), default));
        Assert.Equal(1, _cache.Count);
    }

    [Fact]
    public void Every_part_of_a_signature_tells_it_from_others()
    {
        SignatureCacheKey[] signatures =
        [
            Of(SignatureScheme.Ed25519, "key", "signature", "content"),
            Of(SignatureScheme.RsaSha256, "key", "signature", "content"),
            Of(SignatureScheme.Ed25519, "key2", "signature", "content"),
            Of(SignatureScheme.Ed25519, "key", "signature2", "content"),
            Of(SignatureScheme.Ed25519, "key", "signature", "content2"),
            Of(SignatureScheme.Ed25519, "keysignature", "", "content"),
            Of(SignatureScheme.Ed25519, "key", "signaturecontent", ""),
        ];

        Assert.Equal(signatures.Length, signatures.Distinct().Count());
        Assert.Equal(signatures[0], Of(SignatureScheme.Ed25519, "key", "signature", "content"));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(100)]
    public void It_never_holds_more_than_it_may(int capacity)
    {
        var cache = new SignatureCache(capacity);

        for (var i = 0; i < 1000; i++)
        {
            cache.Add(new SignatureCacheKey(0, (UInt128)i));
            Assert.InRange(cache.Count, 0, capacity);
        }
    }

    [Fact]
    public void What_is_used_stays_and_what_is_not_goes()
    {
        var used = new SignatureCacheKey(1, 1);
        var unused = new SignatureCacheKey(1, 2);
        _cache.Add(used);
        _cache.Add(unused);

        for (var i = 0; i < 1000; i++)
        {
            _cache.Add(new SignatureCacheKey(0, (UInt128)i));
            Assert.True(_cache.Contains(used));
        }

        Assert.False(_cache.Contains(unused));
    }

    private static SignatureCacheKey Of(SignatureScheme scheme, string key, string signature, string content) => SignatureCacheKey.Of(
        scheme, Encoding.UTF8.GetBytes(key), Encoding.UTF8.GetBytes(signature), Encoding.UTF8.GetBytes(content));

    private ValueTask<SignatureResult> VerifyAsync(WebhookDelivery delivery, DateTimeOffset? now = null) =>
        _provider.VerifyAsync(delivery, Deliveries.Options(_secret), now ?? Now, default);

    private WebhookDelivery Sign(byte[] body, string id = "msg_1", string? sentId = null, long time = Signed, long? sentTime = null)
    {
        byte[] content = [.. Encoding.UTF8.GetBytes($"{id}.{time}."), .. body];
        var signature = new byte[Ed25519.SignatureSize];
        Ed25519.Sign(_privateKey, 0, content, 0, content.Length, signature, 0);
        return Deliveries.Of(
            body,
            ("webhook-id", sentId ?? id),
            ("webhook-timestamp", $"{sentTime ?? time}"),
            ("webhook-signature", $"v1a,{Convert.ToBase64String(signature)}"));
    }
}
