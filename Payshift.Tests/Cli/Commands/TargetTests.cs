using Payshift.Cli.Invocation;

namespace Payshift.Tests.Cli.Commands;

/// <summary>Which Payshift is meant, and what is said when it cannot be worked with.</summary>
public sealed class TargetTests
{
    private const string Redis = "Payshift__Redis__ConnectionString";
    private const string Tables = "Payshift__Tables__ConnectionString";
    private const string SomeTables = "UseDevelopmentStorage=true";

    [Fact]
    public async Task Nothing_named_is_one_line_that_tells_how()
    {
        AssertRefused(await RunAsync(new()), ExitCodes.Usage, "Say which Payshift is meant");
    }

    [Fact]
    public async Task A_wrong_connection_string_is_one_line_without_its_password()
    {
        var run = await RunAsync(new() { [Redis] = "localhost:6379,nonsense=1,password=hidden", [Tables] = SomeTables });

        AssertRefused(run, ExitCodes.Usage, $"{Redis} cannot be read");
        Assert.DoesNotContain("hidden", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Missing_tables_are_one_line() =>
        AssertRefused(await RunAsync(new() { [Redis] = "localhost:6379" }), ExitCodes.Usage, $"{Tables} is missing");

    [Fact]
    public async Task No_redis_is_one_line_with_its_address() => AssertRefused(
        await RunAsync(new() { [Redis] = "127.0.0.1:1,password=hidden", [Tables] = SomeTables }), ExitCodes.HostUnreachable, "Redis at 127.0.0.1:1 does not answer");

    [Fact]
    public async Task No_host_is_one_line() => AssertRefused(
        await RunAsync(new() { ["PAYSHIFT_URL"] = "http://127.0.0.1:1", ["PAYSHIFT_KEY"] = "k" }), ExitCodes.HostUnreachable, "No host at http://127.0.0.1:1/");

    [Fact]
    public async Task A_missing_key_is_one_line() =>
        AssertRefused(await RunAsync(new() { ["PAYSHIFT_URL"] = "http://127.0.0.1:1" }), ExitCodes.Usage, "The host's key is missing");

    [Fact]
    public async Task A_wrong_url_in_the_environment_is_one_line() =>
        AssertRefused(await RunAsync(new() { ["PAYSHIFT_URL"] = "nowhere" }), ExitCodes.Usage, "PAYSHIFT_URL is an address");

    [Fact]
    public async Task A_wrong_key_is_one_line()
    {
        await using var host = await FakeHost.StartAsync();

        var run = await RunAsync(new() { ["PAYSHIFT_URL"] = host.Url, ["PAYSHIFT_KEY"] = "another" });

        AssertRefused(run, ExitCodes.KeyRefused, "refuses the key");
    }

    [Fact]
    public async Task A_settings_file_that_is_not_there_is_one_line() =>
        AssertRefused(await CommandRun.RunAsync(["stats", "--settings", "/nowhere/local.settings.json"]), ExitCodes.Usage, "/nowhere/local.settings.json is not there");

    [Theory]
    [InlineData("--batch-size", "0")]
    [InlineData("--batch-size", "1001")]
    [InlineData("--interval", "soon")]
    public async Task Wrong_arguments_are_one_line(params string[] arguments) =>
        AssertRefused(await CommandRun.RunAsync(["process-webhooks", .. arguments]), ExitCodes.Usage, arguments[0]);

    [Theory]
    [InlineData("retry", "Say which failures are meant")]
    [InlineData("retry --status open", "Say which failures are meant")]
    [InlineData("retry 1-2 --all", "Ids mean just these failures")]
    [InlineData("retry 1-2 --dry-run", "Ids mean just these failures")]
    [InlineData("failures 1-2 --provider stripe", "An id means one failure")]
    [InlineData("failures --status closed", "'open' 'retried'")]
    [InlineData("failures --limit 0", "--limit is a number of failures, at least 1, not 0")]
    [InlineData("failures --limit 5 --all", "exclude each other")]
    [InlineData("audit --from yesterday", "--from is a time in UTC such as 2026-01-31")]
    [InlineData("audit --from d", "--from is a time in UTC such as 2026-01-31")]
    [InlineData("analytics --by week", "'minute' 'hour' 'day'")]
    public async Task Wrong_arguments_of_lists_and_retries_are_one_line(string line, string expected) =>
        AssertRefused(await CommandRun.RunAsync(line.Split(' ')), ExitCodes.Usage, expected);

    [Theory]
    [InlineData("failures --from 2026-02-01 --to 2026-01-01", "from must be before to")]
    [InlineData("batches --from 400d", "within 366 days")]
    [InlineData("audit --from 400d", "within 366 days")]
    [InlineData("analytics --from 30d --by minute", "within 1500 steps")]
    public async Task Periods_that_are_none_are_one_line(string line, string expected) => AssertRefused(
        await CommandRun.RunAsync(line.Split(' '), new Dictionary<string, string?> { [Redis] = "127.0.0.1:1", [Tables] = SomeTables }), ExitCodes.Usage, expected);

    private static Task<CommandRun> RunAsync(Dictionary<string, string?> environment) => CommandRun.RunAsync(["stats"], environment);

    private static void AssertRefused(CommandRun run, int exitCode, string expected)
    {
        Assert.Equal((exitCode, ""), (run.ExitCode, run.Output));
        Assert.Contains(expected, run.Error, StringComparison.Ordinal);
        Assert.Single(run.Error.Split('\n', StringSplitOptions.RemoveEmptyEntries));
    }
}
