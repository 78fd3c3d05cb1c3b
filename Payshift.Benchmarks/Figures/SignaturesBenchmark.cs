using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using Microsoft.Extensions.Primitives;
using Org.BouncyCastle.Math.EC.Rfc8032;
using Org.BouncyCastle.Security;
using Payshift.Benchmarks.Environment;
using Payshift.Core.Providers;
using Payshift.Core.Providers.PayPal;
using Payshift.Core.Providers.Signatures;
using Payshift.Core.Providers.StandardWebhooks;
using Payshift.Core.Providers.Stripe;

namespace Payshift.Benchmarks.Figures;

/// <summary>
/// What remembering signatures saves: the check of a delivery that was seen before, to one that is computed. And why
/// schemes with an HMAC have no part in it: what a look-up would cost them, to their whole check.
/// </summary>
internal sealed class SignaturesBenchmark : IBenchmark
{
    private const int Rounds = 15;
    private const int Checks = 300;

    private static readonly DateTimeOffset Now = DateTimeOffset.FromUnixTimeSeconds(1_790_000_000);

    public string Name => "signatures";

    public async IAsyncEnumerable<Figure> MeasureAsync(BenchmarkServices services)
    {
        await Task.CompletedTask;
        var body = SampleLoad.StripeDeliveries(1, seed: 6)[0].Body;
        var (computed, remembered) = Compare(Ed25519Check(body, SignatureCache.Off), Ed25519Check(body, new SignatureCache(100)));
        yield return new Figure("signatures: us a Standard Webhooks check, Ed25519", computed);
        yield return new Figure("signatures: remembered Ed25519 check to computed one", remembered / computed, 0.25, AtMost: true);

        (computed, remembered) = Compare(RsaCheck(SignatureCache.Off), RsaCheck(new SignatureCache(100)));
        yield return new Figure("signatures: us of RSA in a PayPal check", computed);
        yield return new Figure("signatures: remembered RSA check to computed one", remembered / computed, 0.5, AtMost: true);

        var (hmac, lookup) = Compare(HmacCheck(body), LookUp(body));
        yield return new Figure("signatures: us a Stripe check, HMAC-SHA256", hmac);
        yield return new Figure("signatures: look-up, not used for HMAC, to HMAC check", lookup / hmac);
    }

    /// <returns>Microseconds of each: the best of many rounds in turns, so that what else the machine does falls out.</returns>
    private static (double First, double Second) Compare(Action first, Action second)
    {
        var (best, bestOther) = (double.MaxValue, double.MaxValue);
        for (var round = 0; round < Rounds; round++)
        {
            best = Math.Min(best, Measure(first));
            bestOther = Math.Min(bestOther, Measure(second));
        }

        return (best, bestOther);
    }

    private static double Measure(Action check)
    {
        var started = Stopwatch.GetTimestamp();
        for (var i = 0; i < Checks; i++)
        {
            check();
        }

        return Stopwatch.GetElapsedTime(started).TotalMicroseconds / Checks;
    }

    private static Action Ed25519Check(byte[] body, SignatureCache cache)
    {
        var (privateKey, publicKey) = (new byte[Ed25519.SecretKeySize], new byte[Ed25519.PublicKeySize]);
        Ed25519.GeneratePrivateKey(new SecureRandom(), privateKey);
        Ed25519.GeneratePublicKey(privateKey, 0, publicKey, 0);
        var time = Now.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        byte[] content = [.. Encoding.UTF8.GetBytes($"msg_1.{time}."), .. body];
        var signature = new byte[Ed25519.SignatureSize];
        Ed25519.Sign(privateKey, 0, content, 0, content.Length, signature, 0);
        return Check(
            new StandardWebhooksProvider(cache),
            $"whpk_{Convert.ToBase64String(publicKey)}",
            body,
            ("webhook-id", "msg_1"),
            ("webhook-timestamp", time),
            ("webhook-signature", $"v1a,{Convert.ToBase64String(signature)}"));
    }

    private static Action HmacCheck(byte[] body)
    {
        var time = Now.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        byte[] content = [.. Encoding.UTF8.GetBytes($"{time}."), .. body];
        var signature = Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(SampleLoad.StripeSecret), content));
        return Check(new StripeProvider(), SampleLoad.StripeSecret, body, ("Stripe-Signature", $"t={time},v1={signature}"));
    }

    private static Action LookUp(byte[] body)
    {
        var (key, signature) = (Encoding.UTF8.GetBytes(SampleLoad.StripeSecret), new byte[32]);
        var cache = new SignatureCache(100);
        cache.Add(SignatureCacheKey.Of(SignatureScheme.Ed25519, key, signature, body));
        return () => Require(cache.Contains(SignatureCacheKey.Of(SignatureScheme.Ed25519, key, signature, body)));
    }

    private static Action RsaCheck(SignatureCache cache)
    {
        var key = RSA.Create(2048);
        var request = new CertificateRequest("CN=benchmark", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        var certificate = new PayPalCertificate(request.CreateSelfSigned(Now, Now.AddYears(1)), Now, Now.AddYears(1));
        var content = "b2384410-f8d2-11e4-8bf3-77339302725b|2015-05-12T18:14:14Z|6DN09642RW3893439|3129389785"u8.ToArray();
        var signature = key.SignData(content, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        return () => Require(certificate.Verify(content, signature, cache));
    }

    private static Action Check(IWebhookProvider provider, string secret, byte[] body, params (string Name, string Value)[] headers)
    {
        var options = new ProviderOptions { Secrets = [secret] };
        var delivery = new WebhookDelivery(
            headers.ToDictionary(header => header.Name, header => (StringValues)header.Value, StringComparer.OrdinalIgnoreCase), body);
        return () => Require(provider.VerifyAsync(delivery, options, Now, default).AsTask().GetAwaiter().GetResult() == SignatureResult.Valid);
    }

    private static void Require(bool fits)
    {
        if (!fits)
        {
            throw new InvalidOperationException("A genuine signature was refused.");
        }
    }
}
