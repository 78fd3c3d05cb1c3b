using Payshift.Cli.Invocation;

namespace Payshift.Tests.Cli.Commands;

public sealed class DemoCommandTests
{
    [Fact]
    public async Task All_is_well_when_every_webhook_is_recorded_once()
    {
        await using var host = await FakeHost.StartAsync();

        var (code, output, error) = await RunAsync(host.Url);

        Assert.Equal((ExitCodes.Success, ""), (code, error));
        Assert.Contains("Everything is as it should be.", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_second_run_on_the_same_host_is_as_good()
    {
        await using var host = await FakeHost.StartAsync();

        Assert.Equal(ExitCodes.Success, (await RunAsync(host.Url)).Code);
        Assert.Equal(ExitCodes.Success, (await RunAsync(host.Url)).Code);
    }

    [Fact]
    public async Task A_lost_webhook_is_named()
    {
        await using var host = await FakeHost.StartAsync(loses: "transfer.success");

        var (code, output, _) = await RunAsync(host.Url, "--timeout", "1");

        Assert.Equal(ExitCodes.NotAsExpected, code);
        Assert.Contains("missing: paystack transfer.success", output, StringComparison.Ordinal);
        Assert.Contains("is not recorded as processed after 1 s", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_duplicate_that_is_kept_again_is_named()
    {
        await using var host = await FakeHost.StartAsync(forgetsDuplicates: true);

        var (code, output, _) = await RunAsync(host.Url, "--timeout", "1");

        Assert.Equal(ExitCodes.NotAsExpected, code);
        Assert.Contains("sent a second time, it was not recognised", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_accepted_bad_signature_is_named()
    {
        await using var host = await FakeHost.StartAsync(acceptsAnySignature: true);

        var (code, output, _) = await RunAsync(host.Url, "--timeout", "1");

        Assert.Equal(ExitCodes.NotAsExpected, code);
        Assert.Contains("its bad signature was answered 200, not 401", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_webhook_that_was_not_retried_is_named()
    {
        await using var host = await FakeHost.StartAsync(neverFailsFirst: true);

        var (code, output, _) = await RunAsync(host.Url, "--timeout", "1");

        Assert.Equal(ExitCodes.NotAsExpected, code);
        Assert.Contains("it took 1 attempts, 2 were expected", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_wrong_key_is_one_line()
    {
        await using var host = await FakeHost.StartAsync();

        var (code, _, error) = await RunAsync(host.Url, "--key", "another");

        Assert.Equal(ExitCodes.KeyRefused, code);
        AssertOneLine("refuses the key", error);
    }

    [Fact]
    public async Task No_host_is_one_line()
    {
        var (code, _, error) = await RunAsync("http://127.0.0.1:1");

        Assert.Equal(ExitCodes.HostUnreachable, code);
        AssertOneLine("No host at http://127.0.0.1:1/", error);
    }

    [Fact]
    public async Task A_missing_secret_is_one_line()
    {
        var (code, _, error) = await RunAsync(
            "http://127.0.0.1:1",
            Signatures.Settings.Where(setting => !setting.Key.Contains("paystack", StringComparison.Ordinal)).ToDictionary());

        Assert.Equal(ExitCodes.Usage, code);
        AssertOneLine("Payshift__Providers__paystack__Secrets__0 is missing", error);
    }

    [Theory]
    [InlineData("--url", "nowhere")]
    [InlineData("--timeout", "soon")]
    [InlineData("--timeout", "0")]
    [InlineData("--speed", "9")]
    public async Task Wrong_arguments_are_one_line(string option, string value)
    {
        var (code, _, error) = await RunAsync("http://127.0.0.1:1", option, value);

        Assert.Equal(ExitCodes.Usage, code);
        AssertOneLine("payshift: ", error);
    }

    [Fact]
    public async Task Cancellation_ends_quietly()
    {
        await using var host = await FakeHost.StartAsync(loses: "transfer.success");
        using var cancellation = new CancellationTokenSource();
        var output = new WatchedWriter("processed ", cancellation.Cancel);

        var run = await CommandRun.RunAsync(
            ["demo", "--url", host.Url, "--key", FakeHost.Key], Signatures.Settings, output, cancellationToken: cancellation.Token);

        Assert.Equal((ExitCodes.Interrupted, ""), (run.ExitCode, run.Error));
    }

    private static Task<(int Code, string Output, string Error)> RunAsync(string url, params string[] more) =>
        RunAsync(url, Signatures.Settings, more);

    private static async Task<(int Code, string Output, string Error)> RunAsync(
        string url, IReadOnlyDictionary<string, string?> environment, params string[] more)
    {
        string[] key = more.Contains("--key") ? [] : ["--key", FakeHost.Key];
        string[] address = more.Contains("--url") ? [] : ["--url", url];
        var run = await CommandRun.RunAsync(["demo", .. address, .. key, .. more], environment);
        return (run.ExitCode, run.Output, run.Error);
    }

    private static void AssertOneLine(string expected, string error)
    {
        Assert.Contains(expected, error, StringComparison.Ordinal);
        Assert.Single(error.Split('\n', StringSplitOptions.RemoveEmptyEntries));
    }

    /// <summary>Calls back once a text was written.</summary>
    private sealed class WatchedWriter(string text, Action seen) : StringWriter
    {
        public override void Write(string? value)
        {
            base.Write(value);
            if (ToString().Contains(text, StringComparison.Ordinal))
            {
                seen();
            }
        }
    }
}
