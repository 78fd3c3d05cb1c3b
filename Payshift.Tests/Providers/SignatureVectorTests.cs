using System.Text.Json;
using Payshift.Core.Providers;

namespace Payshift.Tests.Providers;

public sealed class SignatureVectorTests
{
    private static readonly Dictionary<string, IWebhookProvider> Providers = new()
    {
        ["stripe"] = new StripeProvider(),
        ["paystack"] = new PaystackProvider(),
        ["flutterwave"] = new FlutterwaveProvider(),
        ["standardwebhooks"] = new StandardWebhooksProvider(),
        ["svix"] = new StandardWebhooksProvider(),
    };

    private static readonly SignatureVector[] Own = Load(ProviderFiles.Own);

    private static readonly SignatureVector[] Shared =
        ProviderFiles.Shared is { } folder ? Load(Path.Combine(folder, "vectors.json")) : [];

    public static TheoryData<string, int, string> Vectors()
    {
        var data = new TheoryData<string, int, string>();
        foreach (var (set, vectors) in new[] { ("own", Own), ("shared", Shared) })
        {
            for (var i = 0; i < vectors.Length; i++)
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

        var verdict = await Providers[vector.Provider].VerifyAsync(vector.Delivery, vector.Options, vector.Now, default);

        Assert.True((verdict == SignatureVerdict.Valid) == (vector.Expected == "valid"), $"{name}: {verdict}, because {vector.Why}");
    }

    [Fact]
    public void Every_provider_has_vectors_of_both_kinds()
    {
        foreach (var provider in Providers.Values.Select(provider => provider.Name).Distinct())
        {
            Assert.Contains(Own, vector => vector.Provider == provider && vector.Expected == "valid");
            Assert.Contains(Own, vector => vector.Provider == provider && vector.Expected == "invalid");
        }
    }

    [Fact]
    public void Secrets_that_work_pass_validation()
    {
        foreach (var vector in Own.Concat(Shared).Where(vector => vector.Expected == "valid"))
        {
            Assert.Empty(Providers[vector.Provider].Validate(vector.Options));
        }
    }

    private static SignatureVector[] Load(string file) =>
        [.. JsonSerializer.Deserialize<SignatureVector[]>(File.ReadAllBytes(file), JsonSerializerOptions.Web)!
            .Where(vector => Providers.ContainsKey(vector.Provider))];
}
