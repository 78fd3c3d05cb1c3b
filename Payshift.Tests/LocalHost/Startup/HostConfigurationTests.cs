using Microsoft.Extensions.Configuration;
using Payshift.LocalHost;
using Payshift.LocalHost.Startup;
using Payshift.Tests.LocalHost.Support;

namespace Payshift.Tests.LocalHost.Startup;

public sealed class HostConfigurationTests : IDisposable
{
    private const string Prefix = "PayshiftHostConfigurationTests";

    private readonly TestFolder _checkout = new();

    public void Dispose()
    {
        Environment.SetEnvironmentVariable($"{Prefix}__Environment", null);
        Environment.SetEnvironmentVariable($"{Prefix}__CommandLine", null);
        _checkout.Dispose();
    }

    [Fact]
    public async Task Command_line_wins_over_environment_and_that_over_the_settings_file()
    {
        File.WriteAllText(_checkout.File("local.settings.json"), $$"""
            {
              // as the sample has it
              "IsEncrypted": false,
              "Values": {
                "{{Prefix}}__File": "file",
                "{{Prefix}}__Environment": "file",
                "{{Prefix}}__CommandLine": "file",
                "CleanupSchedule": "0 0 * * * *"
              }
            }
            """);
        Environment.SetEnvironmentVariable($"{Prefix}__Environment", "environment");
        Environment.SetEnvironmentVariable($"{Prefix}__CommandLine", "environment");

        var configuration = await ConfigurationAsync($"--{Prefix}:CommandLine=line");

        Assert.Equal("file", configuration[$"{Prefix}:File"]);
        Assert.Equal("environment", configuration[$"{Prefix}:Environment"]);
        Assert.Equal("line", configuration[$"{Prefix}:CommandLine"]);
        Assert.Equal("0 0 * * * *", configuration["CleanupSchedule"]);
        Assert.Equal("0 */1 * * * *", configuration["ProcessSchedule"]);
    }

    [Fact]
    public async Task Broken_settings_file_is_named()
    {
        File.WriteAllText(_checkout.File("local.settings.json"), "{");

        var error = await Assert.ThrowsAsync<HostStartException>(() => ConfigurationAsync());

        Assert.Contains("local.settings.json", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Listens_on_7071_of_loopback_unless_told_otherwise()
    {
        var configuration = await ConfigurationAsync();

        Assert.Equal("http://127.0.0.1:0", configuration["urls"]);
        var defaults = new ConfigurationManager();
        defaults.AddHostDefaults(settingsFolder: null);
        Assert.Equal("http://127.0.0.1:7071", defaults["urls"]);
    }

    private async Task<IConfiguration> ConfigurationAsync(params string[] args)
    {
        var setup = TestHost.With() with { RepositoryRoot = _checkout.Path };
        await using var host = await LocalHostBuilder.BuildAsync([.. TestHost.Configured, .. args], setup, CancellationToken.None);
        return host.App.Configuration;
    }
}
