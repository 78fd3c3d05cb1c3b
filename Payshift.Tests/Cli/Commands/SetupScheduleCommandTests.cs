using Microsoft.Extensions.Time.Testing;
using Payshift.Cli.Invocation;

namespace Payshift.Tests.Cli.Commands;

public sealed class SetupScheduleCommandTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("payshift-cli-");
    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2026, 11, 24, 9, 0, 30, TimeSpan.Zero));

    private string File => Path.Combine(_folder.FullName, "local.settings.json");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task The_next_five_runs_are_shown_and_the_file_is_made()
    {
        var run = await RunAsync("--process", "*/30 * * * * *", "--cleanup", "0 0 3 * * MON");

        Assert.Equal((ExitCodes.Success, ""), (run.ExitCode, run.Error));
        var runs = run.Output.Split('\n').Where(line => line.StartsWith("  20", StringComparison.Ordinal)).Select(line => line.Trim()).ToList();
        Assert.Equal(
            ["2026-11-24 09:01:00Z", "2026-11-24 09:01:30Z", "2026-11-24 09:02:00Z", "2026-11-24 09:02:30Z", "2026-11-24 09:03:00Z"], runs[..5]);
        Assert.Equal(["2026-11-30 03:00:00Z", "2026-12-07 03:00:00Z"], runs[5..7]);
        Assert.Equal(
            """
            {
              "IsEncrypted": false,
              "Values": {
                "CleanupSchedule": "0 0 3 * * MON",
                "ProcessSchedule": "*/30 * * * * *"
              }
            }

            """,
            await System.IO.File.ReadAllTextAsync(File));
    }

    [Fact]
    public async Task Everything_else_in_the_file_stays_as_it_is()
    {
        const string before = """
            {
              // Mine.
              "IsEncrypted": false,
              "Other": { "Values": { "ProcessSchedule": "untouched" } },
              "Values": {
                "Payshift__Redis__ConnectionString": "localhost:6379", // near
                "ProcessSchedule": "0 */5 * * * *",
              }
            }
            """;
        await System.IO.File.WriteAllTextAsync(File, before);

        Assert.Equal(ExitCodes.Success, (await RunAsync("--process", "0 */2 * * * *")).ExitCode);

        var after = await System.IO.File.ReadAllTextAsync(File);
        Assert.Equal(
            before.Replace("0 */5", "0 */2", StringComparison.Ordinal)
                .Replace("\"Payshift__Redis", "\"CleanupSchedule\": \"0 */10 * * * *\",\n    \"Payshift__Redis", StringComparison.Ordinal),
            after);
    }

    [Fact]
    public async Task For_an_app_the_command_is_printed_and_no_file_is_written()
    {
        var run = await RunAsync("--process", "0 */5 * * * *", "--app", "pay-prod", "--resource-group", "rg-pay");

        Assert.Contains(
            "az functionapp config appsettings set --name pay-prod --resource-group \"rg-pay\" --settings \"ProcessSchedule=0 */5 * * * *\" \"CleanupSchedule=0 */10 * * * *\"",
            run.Output.Split('\n').Select(line => line.TrimEnd('\r')));
        Assert.False(System.IO.File.Exists(File));
    }

    [Fact]
    public async Task A_variable_that_wins_over_the_file_is_named()
    {
        var run = await CommandRun.RunAsync(
            ["setup-webhook-schedule", "--process", "0 */5 * * * *"],
            new Dictionary<string, string?> { ["ProcessSchedule"] = "0 * * * * *" },
            folder: _folder.FullName,
            time: _time);

        Assert.Contains("the environment variable ProcessSchedule is set and wins over the file", run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("it has 5 fields, not six", "--process", "*/5 * * * *")]
    [InlineData("--cleanup (CleanupSchedule) is no schedule", "--cleanup", "0 */5 25 * * *")]
    [InlineData("there is no such day", "--process", "0 0 0 31 2 *")]
    [InlineData("is no schedule", "--process", "every day at noon please ok")]
    [InlineData("belong together", "--app", "pay")]
    [InlineData("--app is the name of a function app", "--app", "a b", "--resource-group", "rg")]
    [InlineData("--resource-group has letters", "--app", "pay", "--resource-group", "rg\";rm")]
    public async Task What_cannot_be_is_one_line_and_writes_nothing(string expected, params string[] arguments)
    {
        var run = await RunAsync(arguments);

        Assert.Equal(ExitCodes.Usage, run.ExitCode);
        Assert.Contains(expected, run.Error, StringComparison.Ordinal);
        Assert.Single(run.Error.Split('\n', StringSplitOptions.RemoveEmptyEntries));
        Assert.False(System.IO.File.Exists(File));
    }

    [Fact]
    public async Task A_file_that_is_none_is_left_alone()
    {
        await System.IO.File.WriteAllTextAsync(File, """{ "Values": [] }""");

        Assert.Equal(ExitCodes.Usage, (await RunAsync("--process", "0 */5 * * * *")).ExitCode);
        Assert.Equal("""{ "Values": [] }""", await System.IO.File.ReadAllTextAsync(File));
    }

    [Fact]
    public async Task Json_has_the_schedules_and_their_runs()
    {
        var json = JsonDocument.Parse((await RunAsync("--output", "json")).Output).RootElement;

        Assert.Equal(File, json.Text("file"));
        Assert.Equal(5, json.GetProperty("schedules")[0].GetProperty("nextRuns").GetArrayLength());
    }

    private Task<CommandRun> RunAsync(params string[] arguments) =>
        CommandRun.RunAsync(["setup-webhook-schedule", .. arguments], folder: _folder.FullName, time: _time);
}
