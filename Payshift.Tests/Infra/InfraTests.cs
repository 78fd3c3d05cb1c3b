using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;
using Payshift.Core.Hosting;
using Payshift.LocalHost;
using Payshift.LocalHost.Functions;
using Payshift.LocalHost.Timers;

namespace Payshift.Tests.Infra;

/// <summary>The template against the code: what it would deploy is what the app needs, and no more than it needs.</summary>
[Collection(InfraCollection.Name)]
public sealed partial class InfraTests(InfraFixture infra)
{
    private const string BlobDataOwner = "b7e6dc6d-f1e8-4753-8033-0f276bb0955b";
    private const string TableDataContributor = "0a9a7e1f-b9d0-4cc4-a60d-0319b160aaa3";
    private const string SecretsUser = "4633458b-17de-408a-b874-0445c86b69e6";
    private const string SecretsOfficer = "b86a8fe4-44ce-4948-aee5-eccb2c155cd7";
    private const string Operator = "11111111-1111-1111-1111-111111111111";
    private const string VaultReference = "@Microsoft.KeyVault(SecretUri=https://vault.vault.azure.net/secrets/";

    private static readonly string Readme = File.ReadAllText(Path.Combine(Repository.Root, "infra", "README.md"));

    private static readonly JsonNode Sample =
        JsonNode.Parse(File.ReadAllText(Path.Combine(Repository.Root, "local.settings.sample.json")))!["Values"]!;

    [BicepFact]
    public void The_compiler_and_its_linter_have_nothing_to_say() =>
        Assert.All(infra.Diagnostics, said => Assert.True(said.Value.Length == 0, $"{said.Key}: {said.Value}"));

    [BicepFact]
    public void Every_setting_that_the_app_reads_is_set_or_listed_as_left_alone()
    {
        var read = AppSettings.Sections.Keys.Where(section => section != AppSettings.ProviderSection).SelectMany(AppSettings.Names).ToHashSet();
        var set = infra.Full.Settings.Keys.Where(read.Contains).ToHashSet();
        var left = SettingInList().Matches(LeftAlone()).Select(match => match.Groups["name"].Value).ToHashSet();

        // The full deployment sets it as an operator would, by the parameter for all other settings.
        Assert.True(set.Remove("Payshift__Receiving__Overflow"));
        Assert.Empty(set.Intersect(left));
        Assert.Equal(read.Order(), set.Union(left).Order());
    }

    [BicepFact]
    public void The_app_starts_with_the_settings_of_every_deployment() => Assert.All(
        [infra.Dev, infra.Prod, infra.Full],
        deployment =>
        {
            var values = deployment.Settings.ToDictionary(
                setting => setting.Key.Replace("__", ":", StringComparison.Ordinal),
                setting => setting.Value.StartsWith(VaultReference, StringComparison.Ordinal) ? "a:secret" : setting.Value);
            var services = new ServiceCollection().AddLogging();
            services.AddPayshift(new ConfigurationBuilder().AddInMemoryCollection(values!).AddInMemoryCollection([new("WEBSITE_HOSTNAME", "app.azurewebsites.net")]).Build());

            using var provider = services.BuildServiceProvider();
            provider.GetRequiredService<IStartupValidator>().Validate();
        });

    [BicepFact]
    public void Every_timer_has_its_schedule_and_it_is_that_of_the_sample()
    {
        var timers = FunctionCatalog.Read(new LocalHostSetup().FunctionTypes).Timers;

        Assert.NotEmpty(timers);
        Assert.All(timers, timer =>
        {
            var schedule = infra.Prod.Settings[timer.Schedule.Trim('%')];
            Assert.NotNull(TimerSchedule.TryParse(schedule));
            Assert.Equal(Sample[timer.Schedule.Trim('%')]!.GetValue<string>(), schedule);
        });
    }

    [BicepFact]
    public void The_runtime_is_what_the_app_is_built_for()
    {
        var framework = XDocument.Load(Path.Combine(Repository.Root, "Directory.Build.props")).Descendants("TargetFramework").Single().Value;
        var runtime = infra.Prod.One("Microsoft.Web/sites")["properties"]!["functionAppConfig"]!["runtime"]!;

        Assert.Equal(framework, $"net{runtime.At("version")}");
        Assert.Equal(Sample["FUNCTIONS_WORKER_RUNTIME"]!.GetValue<string>(), runtime.At("name"));
    }

    [BicepFact]
    public void The_app_gets_no_setting_that_Flex_Consumption_refuses() => Assert.DoesNotContain(
        infra.Full.Settings.Keys,
        name => name.StartsWith("WEBSITE_", StringComparison.Ordinal) || name.StartsWith("FUNCTIONS_", StringComparison.Ordinal) || name == "AzureWebJobsStorage");

    [BicepFact]
    public void The_app_has_the_least_roles_and_each_on_one_resource()
    {
        var roles = infra.Full.All("Microsoft.Authorization/roleAssignments")
            .Select(role => (
                Role: role.At("properties.roleDefinitionId").Split('/')[^1],
                On: ResourceType().Match(role.At("id")).Groups["type"].Value,
                Operator: role.At("properties.principalId") == Operator))
            .Order();

        Assert.Equal(
            [
                (TableDataContributor, "Microsoft.Storage/storageAccounts", false),
                (SecretsUser, "Microsoft.KeyVault/vaults", false),
                (BlobDataOwner, "Microsoft.Storage/storageAccounts", false),
                (SecretsOfficer, "Microsoft.KeyVault/vaults", true),
            ],
            roles);
        Assert.Equal("default", infra.Full.Text("Microsoft.Cache/redisEnterprise/databases/accessPolicyAssignments", "properties.accessPolicyName"));
    }

    [BicepFact]
    public void Nobody_gets_a_role_without_being_named() =>
        Assert.DoesNotContain(infra.Prod.All("Microsoft.Authorization/roleAssignments"), role => role.At("properties.roleDefinitionId").EndsWith(SecretsOfficer, StringComparison.Ordinal));

    [BicepFact]
    public void Secrets_of_providers_and_keys_are_references_to_the_vault()
    {
        var settings = infra.Full.Settings;

        Assert.Equal($"{VaultReference}stripe-webhook)", settings["Payshift__Providers__stripe__Secrets__0"]);
        Assert.Equal($"{VaultReference}stripe-webhook-next)", settings["Payshift__Providers__stripe__Secrets__1"]);
        Assert.Equal($"{VaultReference}paypal-api)", settings["Payshift__Providers__paypal__ApiKey"]);
        Assert.Equal($"{VaultReference}scale-out)", settings["Payshift__ScaleOut__Key"]);
        Assert.Equal("00:10:00", settings["Payshift__Providers__stripe__TimestampTolerance"]);
        Assert.DoesNotContain("password=", settings["Payshift__Redis__ConnectionString"], StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("Payshift__Tables__ConnectionString", settings.Keys);
    }

    [BicepFact]
    public void Nothing_secret_is_put_out_or_listed()
    {
        Assert.NotEmpty(infra.Full.OutputNames);
        Assert.DoesNotContain(infra.Full.OutputNames, name => SecretName().IsMatch(name));

        var template = infra.Template.ToJsonString();
        Assert.DoesNotContain("listKeys(", template, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("listAccountSas(", template, StringComparison.OrdinalIgnoreCase);
    }

    [BicepFact]
    public void Storage_takes_identities_only_over_TLS()
    {
        var storage = infra.Dev.One("Microsoft.Storage/storageAccounts")["properties"]!;

        Assert.Equal(
            ("false", "false", "true", "TLS1_2"),
            (storage.At("allowSharedKeyAccess"), storage.At("allowBlobPublicAccess"), storage.At("supportsHttpsTrafficOnly"), storage.At("minimumTlsVersion")));
    }

    [BicepFact]
    public void Redis_keeps_everything_and_takes_identities_only_over_TLS()
    {
        var database = infra.Dev.One("Microsoft.Cache/redisEnterprise/databases")["properties"]!;

        Assert.Equal(("NoEviction", "OSSCluster"), (database.At("evictionPolicy"), database.At("clusteringPolicy")));
        Assert.Equal(("true", "1s"), (database.At("persistence.aofEnabled"), database.At("persistence.aofFrequency")));
        Assert.Equal(("Encrypted", "Disabled"), (database.At("clientProtocol"), database.At("accessKeysAuthentication")));
        Assert.Equal("1.2", infra.Dev.Text("Microsoft.Cache/redisEnterprise", "properties.minimumTlsVersion"));
    }

    [BicepFact]
    public void The_app_is_reached_over_TLS_and_deployed_to_without_passwords()
    {
        var app = infra.Dev.One("Microsoft.Web/sites")["properties"]!;

        Assert.Equal(("true", "1.2", "1.2"), (app.At("httpsOnly"), app.At("siteConfig.minTlsVersion"), app.At("siteConfig.scmMinTlsVersion")));
        Assert.Equal("UserAssignedIdentity", app.At("functionAppConfig.deployment.storage.authentication.type"));
        Assert.Equal(["false", "false"], infra.Dev.All("Microsoft.Web/sites/basicPublishingCredentialsPolicies").Select(policy => policy.At("properties.allow")));
    }

    [BicepFact]
    public void Production_spreads_over_zones_and_is_closed_from_outside()
    {
        Assert.Equal("Standard_ZRS", infra.Prod.Text("Microsoft.Storage/storageAccounts", "sku.name"));
        Assert.Equal("true", infra.Prod.Text("Microsoft.Web/serverfarms", "properties.zoneRedundant"));
        Assert.Equal("Enabled", infra.Prod.Text("Microsoft.Cache/redisEnterprise", "properties.highAvailability"));
        Assert.Equal("true", infra.Prod.Text("Microsoft.KeyVault/vaults", "properties.enablePurgeProtection"));
        Assert.All(
            (string[])["Microsoft.Storage/storageAccounts", "Microsoft.Cache/redisEnterprise", "Microsoft.KeyVault/vaults"],
            type => Assert.Equal("Disabled", infra.Prod.Text(type, "properties.publicNetworkAccess")));
        Assert.Equal(
            ["blob", "redisEnterprise", "table", "vault"],
            infra.Prod.All("Microsoft.Network/privateEndpoints").Select(endpoint => endpoint["properties"]!["privateLinkServiceConnections"]![0]!["name"]!.GetValue<string>()).Order());
        Assert.Equal(
            "Microsoft.App/environments",
            infra.Prod.One("Microsoft.Network/virtualNetworks")["properties"]!["subnets"]![0]!["properties"]!["delegations"]![0]!.At("properties.serviceName"));
    }

    [BicepFact]
    public void Trying_it_out_makes_no_network_and_nobody_pays_for_a_replica()
    {
        Assert.Empty(infra.Dev.All("Microsoft.Network/virtualNetworks"));
        Assert.Empty(infra.Dev.All("Microsoft.Network/privateEndpoints"));
        Assert.Equal("Disabled", infra.Dev.Text("Microsoft.Cache/redisEnterprise", "properties.highAvailability"));
        Assert.Empty(infra.Dev.All("Microsoft.Consumption/budgets"));
    }

    [BicepFact]
    public void Every_resource_that_takes_tags_has_them() => Assert.All(
        infra.Full.All("Microsoft.Web/sites").Concat(infra.Full.All("Microsoft.Cache/redisEnterprise")).Concat(infra.Full.All("Microsoft.Storage/storageAccounts"))
            .Concat(infra.Full.All("Microsoft.KeyVault/vaults")).Concat(infra.Full.All("Microsoft.Network/virtualNetworks")),
        resource => Assert.Equal(("full", "payshift"), (resource.At("tags.azd-env-name"), resource.At("tags.application"))));

    [BicepFact]
    public void Every_parameter_is_described_and_in_the_README() => Assert.All(infra.Template["parameters"]!.AsObject(), parameter =>
    {
        Assert.NotEmpty(parameter.Value!.At("metadata.description"));
        Assert.Contains($"| `{parameter.Key}` |", Readme, StringComparison.Ordinal);
    });

    private static string LeftAlone() =>
        Readme.Split("\n## ").Single(part => part.StartsWith("Settings left at their defaults", StringComparison.Ordinal));

    [GeneratedRegex("`(?<name>Payshift__[A-Za-z_]+)`")]
    private static partial Regex SettingInList();

    [GeneratedRegex("/providers/(?<type>[^/]+/[^/]+)/[^/]+/providers/Microsoft.Authorization/")]
    private static partial Regex ResourceType();

    [GeneratedRegex("SECRET|PASSWORD|CONNECTION|TOKEN|_KEY$", RegexOptions.IgnoreCase)]
    private static partial Regex SecretName();
}
