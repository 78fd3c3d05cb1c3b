using System.Text.Json.Nodes;

namespace Payshift.Tests.Infra;

/// <summary>
/// The template, compiled, and what deployments of it would make: the compiler works that out from the parameters without
/// a subscription. Beside the two that are there, one has everything that can be switched on.
/// </summary>
public sealed class InfraFixture : IAsyncLifetime
{
    private const string FullParameters = """
        using 'main.bicep'

        import { prod } from 'profiles.bicep'

        param environmentName = 'full'
        param location = 'westeurope'
        param operatorPrincipalId = '11111111-1111-1111-1111-111111111111'
        param scaleOutKeyName = 'scale-out'
        param profile = {
          ...prod
          app: { ...prod.app, drainingInstances: 4 }
        }
        param providers = {
          stripe: {
            secrets: { Secrets__0: 'stripe-webhook', Secrets__1: 'stripe-webhook-next' }
            settings: { TimestampTolerance: '00:10:00' }
          }
          paypal: {
            secrets: { ApiKey: 'paypal-api' }
            settings: { WebhookId: 'WH-1' }
          }
        }
        param settings = { Payshift__Receiving__Overflow: 'Table' }
        param alertEmails = ['on-call@example.com']
        param alertThresholds = { 'backlog-age': 900 }
        param budget = { amount: 200, emails: ['payments@example.com'], start: '2026-12-01' }
        """;

    private readonly string _folder = Directory.CreateTempSubdirectory("payshift-infra-").FullName;

    /// <summary>What the compiler says of the template and of each file of parameters.</summary>
    internal Dictionary<string, string> Diagnostics { get; } = [];

    internal JsonObject Template { get; private set; } = null!;

    internal Deployment Dev { get; private set; } = null!;

    internal Deployment Prod { get; private set; } = null!;

    internal Deployment Full { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        if (!BicepCompiler.IsHere)
        {
            return;
        }

        // A deployment that was worked out is written beside its parameters.
        Copy(Path.Combine(Repository.Root, "infra"), _folder);
        await File.WriteAllTextAsync(Path.Combine(_folder, "main.full.bicepparam"), FullParameters);

        // One after the other: each takes all the processor there is.
        var (_, template, diagnostics) = await BicepCompiler.RunAsync("build", Path.Combine(_folder, "main.bicep"), "--stdout");
        Diagnostics["main.bicep"] = diagnostics;
        Template = JsonNode.Parse(template)?.AsObject() ?? throw new InvalidOperationException(diagnostics);
        Diagnostics["main.bicepparam"] = (await BicepCompiler.RunAsync("build-params", Path.Combine(_folder, "main.bicepparam"), "--stdout")).Diagnostics;
        Dev = await DeployAsync("dev");
        Prod = await DeployAsync("prod");
        Full = await DeployAsync("full");
    }

    public Task DisposeAsync()
    {
        Directory.Delete(_folder, recursive: true);
        return Task.CompletedTask;
    }

    private async Task<Deployment> DeployAsync(string name)
    {
        const string anybody = "22222222-2222-2222-2222-222222222222";
        var (code, _, diagnostics) = await BicepCompiler.RunAsync(
            "snapshot", Path.Combine(_folder, $"main.{name}.bicepparam"), "--mode", "overwrite", "--subscription-id", anybody, "--tenant-id", anybody);
        Diagnostics[$"main.{name}.bicepparam"] = diagnostics;
        return code == 0
            ? Deployment.Read(await File.ReadAllTextAsync(Path.Combine(_folder, $"main.{name}.snapshot.json")))
            : throw new InvalidOperationException(diagnostics);
    }

    private static void Copy(string from, string to)
    {
        foreach (var file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(to, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }
    }
}
