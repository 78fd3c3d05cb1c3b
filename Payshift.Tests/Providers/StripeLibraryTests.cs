using CsCheck;
using Payshift.Core.Providers.Signatures;
using Payshift.Core.Providers.Stripe;
using Stripe;

namespace Payshift.Tests.Providers;

/// <summary>Stripe's own library is the judge.</summary>
public sealed class StripeLibraryTests
{
    private const string Secret = "whsec_library";
    private const long Now = 1_790_000_000;

    private static readonly StripeProvider Provider = new();

    private static readonly Gen<string> Body = Gen.String[0, 200].Select(text => Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text)));

    [Fact]
    public void Verdicts_agree_on_what_was_signed_and_then_changed() =>
        Gen.Select(Body, Gen.Long[-400, 400], Gen.Int[0, 9], Gen.String[1, 20], Gen.Int[0, 90])
            .Sample((body, age, change, noise, at) =>
            {
                var time = Now - age;
                var header = Deliveries.StripeHeader(Encoding.UTF8.GetBytes(body), Secret, time);
                (body, header) = change switch
                {
                    0 => (body + noise, header),
                    1 => (body, header.Replace("v1=", "v0=", StringComparison.Ordinal)),
                    2 => (body, header.Remove(at % header.Length, 1)),
                    3 => (body, header.Insert(at % header.Length, "0")),
                    4 => (body, header.Replace($"t={time}", $"t={time + 1}", StringComparison.Ordinal)),
                    5 => (body, $"{header},v1={new string('a', 64)}"),
                    6 => (body, $"v1={new string('a', 64)},{header}"),
                    7 => (body, $"{header},{noise}"),
                    _ => (body, header),
                };

                Assert.Equal(LibraryAccepts(body, header), Accepts(body, header));
            }, iter: 3000);

    private static bool Accepts(string body, string header) =>
        Provider.VerifyAsync(
            Deliveries.Of(body, ("Stripe-Signature", header)), Deliveries.Options(Secret), DateTimeOffset.FromUnixTimeSeconds(Now), default)
            .AsTask().GetAwaiter().GetResult() == SignatureResult.Valid;

    private static bool LibraryAccepts(string body, string header)
    {
        try
        {
            EventUtility.ValidateSignature(body, header, Secret, 300, Now);
            return true;
        }
        catch (Exception)
        {
            return false;
        }
    }
}
