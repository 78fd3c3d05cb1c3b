using Payshift.Cli.Invocation;

namespace Payshift.Tests.Cli.Commands;

public sealed class SendCommandTests
{
    [Fact]
    public async Task One_event_is_sent_signed_and_kept()
    {
        await using var host = await FakeHost.StartAsync();

        var run = await SendAsync(host.Url, "stripe", "charge.refunded", "--reference", "pi_mine");

        Assert.Equal((ExitCodes.Success, ""), (run.ExitCode, run.Error));
        Assert.Contains("200 kept", run.Output, StringComparison.Ordinal);
        Assert.Contains("pi_mine", run.Output, StringComparison.Ordinal);
        Assert.Contains("1 sent, 1 accepted (1 kept, 0 duplicates), 0 refused", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Duplicates_are_recognised()
    {
        await using var host = await FakeHost.StartAsync();

        var json = await SendJsonAsync(host.Url, "paystack", "--count", "30", "--duplicate");

        Assert.Equal((60, 30, 30), (json.Int("sent"), json.Int("kept"), json.Int("duplicates")));
        Assert.Equal(0, json.Int("notAsExpected"));
        Assert.Equal(30, json.GetProperty("deliveries").EnumerateArray().Select(sent => sent.GetProperty("eventId").GetString()).Distinct().Count());
    }

    [Fact]
    public async Task Duplicates_that_are_kept_again_are_not_as_expected()
    {
        await using var host = await FakeHost.StartAsync(forgetsDuplicates: true);

        var run = await SendAsync(host.Url, "stripe", "--duplicate");

        Assert.Equal(ExitCodes.NotAsExpected, run.ExitCode);
        Assert.Contains("1 not as expected", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Tampered_deliveries_are_refused()
    {
        await using var host = await FakeHost.StartAsync();

        var run = await SendAsync(host.Url, "standardwebhooks", "--tamper");

        Assert.Equal(ExitCodes.Success, run.ExitCode);
        Assert.Contains("401 refused", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Tampered_deliveries_that_are_accepted_are_not_as_expected()
    {
        await using var host = await FakeHost.StartAsync(acceptsAnySignature: true);

        Assert.Equal(ExitCodes.NotAsExpected, (await SendAsync(host.Url, "stripe", "--tamper")).ExitCode);
    }

    [Fact]
    public async Task A_wrong_secret_is_refused()
    {
        await using var host = await FakeHost.StartAsync();

        var run = await SendAsync(host.Url, "stripe", "--secret", "whsec_another");

        Assert.Equal(ExitCodes.NotAsExpected, run.ExitCode);
        Assert.Contains("401 refused", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_rate_is_kept()
    {
        await using var host = await FakeHost.StartAsync();

        var json = await SendJsonAsync(host.Url, "stripe", "--count", "11", "--rate", "50");

        Assert.Equal(11, json.Int("kept"));
        Assert.True(json.GetProperty("elapsedSeconds").GetDouble() >= 0.2);
    }

    [Fact]
    public async Task Secrets_come_from_local_settings_in_a_folder_above_and_the_environment_wins()
    {
        await using var host = await FakeHost.StartAsync();
        var root = Directory.CreateTempSubdirectory("payshift-cli-");
        try
        {
            var inner = root.CreateSubdirectory("inner");
            await File.WriteAllTextAsync(
                Path.Combine(root.FullName, "local.settings.json"),
                $$"""
                {
                  // As Azure Functions Core Tools read it.
                  "Values": {
                    "Payshift__Providers__stripe__Secrets__0": "{{Signatures.StripeSecret}}",
                    "Payshift__Providers__paystack__Secrets__0": "another",
                  }
                }
                """);
            var environment = new Dictionary<string, string?>
            {
                ["PAYSHIFT_URL"] = host.Url,
                ["Payshift__Providers__paystack__Secrets__0"] = Signatures.PaystackSecret,
            };

            Assert.Equal(ExitCodes.Success, (await CommandRun.RunAsync(["send", "stripe"], environment, folder: inner.FullName)).ExitCode);
            Assert.Equal(ExitCodes.Success, (await CommandRun.RunAsync(["send", "paystack"], environment, folder: inner.FullName)).ExitCode);
        }
        finally
        {
            root.Delete(recursive: true);
        }
    }

    [Fact]
    public async Task Ctrl_C_finishes_what_is_under_way_and_says_so()
    {
        await using var host = await FakeHost.StartAsync();
        using var cancellation = new CancellationTokenSource(TimeSpan.FromMilliseconds(500));

        var run = await CommandRun.RunAsync(
            ["send", "stripe", "--url", host.Url, "--count", "1000000", "--rate", "20"], Signatures.Settings, cancellationToken: cancellation.Token);

        Assert.Equal(ExitCodes.Interrupted, run.ExitCode);
        Assert.Contains("ended by Ctrl-C after", run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("There is no provider strip. There is adyen,", "strip")]
    [InlineData("stripe has no event charge.lost. There is charge.succeeded,", "stripe", "charge.lost")]
    [InlineData("Say who sends: adyen,")]
    [InlineData("--rate is a number", "stripe", "--rate", "-1")]
    [InlineData("--count is a number", "stripe", "--count", "0")]
    [InlineData("razorpay__Secrets__0 is missing", "razorpay")]
    [InlineData("cannot sign with this secret", "standardwebhooks", "--secret", "whsec_!")]
    public async Task Wrong_arguments_are_one_line_that_names_what_there_is(string expected, params string[] arguments)
    {
        var run = await SendAsync("http://127.0.0.1:1", arguments);

        Assert.Equal(ExitCodes.Usage, run.ExitCode);
        Assert.Contains(expected, run.Error, StringComparison.Ordinal);
        Assert.Single(run.Error.Split('\n', StringSplitOptions.RemoveEmptyEntries));
    }

    [Fact]
    public async Task No_host_is_one_line()
    {
        var run = await SendAsync("http://127.0.0.1:1", "stripe", "--count", "100");

        Assert.Equal(ExitCodes.HostUnreachable, run.ExitCode);
        Assert.Single(run.Error.Split('\n', StringSplitOptions.RemoveEmptyEntries));
    }

    [Fact]
    public async Task The_list_has_every_provider_and_event()
    {
        var run = await CommandRun.RunAsync(["send", "--list", "--output", "json"]);

        var providers = JsonDocument.Parse(run.Output).RootElement.EnumerateArray().ToDictionary(
            item => item.GetProperty("provider").GetString()!, item => item.GetProperty("events").GetArrayLength());
        Assert.Equal(18, providers.Count);
        Assert.Equal(7, providers["stripe"]);
        Assert.Contains("PAYMENT.CAPTURE.REFUNDED", (await CommandRun.RunAsync(["send", "--list"])).Output, StringComparison.Ordinal);
    }

    private static Task<CommandRun> SendAsync(string url, params string[] arguments) =>
        CommandRun.RunAsync(["send", "--url", url, .. arguments], Signatures.Settings);

    private static async Task<JsonElement> SendJsonAsync(string url, params string[] arguments)
    {
        var run = await SendAsync(url, [.. arguments, "--output", "json"]);
        Assert.Equal((ExitCodes.Success, ""), (run.ExitCode, run.Error));
        return JsonDocument.Parse(run.Output).RootElement;
    }
}
