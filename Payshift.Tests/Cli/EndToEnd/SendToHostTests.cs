using Payshift.Cli.Invocation;
using Payshift.Samples;
using Payshift.Tests.EndToEnd;
using Payshift.Tests.Samples;

namespace Payshift.Tests.Cli.EndToEnd;

/// <summary><c>payshift send</c> with the settings of a real host.</summary>
[Collection(CommandsCollection.Name)]
public sealed class SendToHostTests(ServicesFixture services) : ServicesTest(services)
{
    /// <summary>Their signatures are checked against keys that only the provider has.</summary>
    private static readonly string[] SignedByProviderAlone = ["paypal"];

    [Fact]
    public async Task Every_event_of_every_provider_is_accepted_once_and_refused_when_tampered_with()
    {
        var catalog = new SampleCatalog(TimeProvider.System, Random.Shared);
        var settings = Settings(catalog);
        await using var host = await HostProcess.StartAsync(settings);
        var environment = settings.ToDictionary(setting => setting.Key.Replace(":", "__", StringComparison.Ordinal), setting => setting.Value);
        environment["PAYSHIFT_URL"] = host.Client.BaseAddress!.ToString();

        foreach (var sample in catalog.All.Where(sample => !SignedByProviderAlone.Contains(sample.Name)))
        {
            foreach (var type in sample.EventTypes)
            {
                var sent = await CommandRun.RunAsync(["send", sample.Name, type, "--duplicate", "--output", "json"], environment);
                Assert.True(sent.ExitCode == ExitCodes.Success, $"{sample.Name} {type}: {sent.Output}{sent.Error}");
                Assert.Equal(2, JsonDocument.Parse(sent.Output).RootElement.Int("accepted"));
            }

            var tampered = await CommandRun.RunAsync(["send", sample.Name, "--tamper"], environment);
            Assert.True(tampered.ExitCode == ExitCodes.Success, $"{sample.Name}: {tampered.Output}{tampered.Error}");
        }
    }

    private Dictionary<string, string?> Settings(SampleCatalog catalog)
    {
        var settings = ReceiveToRecordTests.Settings(Services);
        settings["ProcessSchedule"] = Schedules.Never;
        settings["CleanupSchedule"] = Schedules.Never;
        foreach (var sample in catalog.All.Where(sample => !SignedByProviderAlone.Contains(sample.Name)))
        {
            var request = SampleAccounts.RequestOf(sample);
            var section = $"Payshift:Providers:{sample.Provider}";
            settings[$"{section}:Secrets:0"] = request.Secret;
            settings[$"{section}:NotificationUrl"] = request.NotificationUrl;
            settings[$"{section}:PublicKey"] = request.PublicKey;
        }

        settings["Payshift:Providers:mpesa:AllowedAddresses:0"] = "127.0.0.0/8";
        return settings;
    }
}
