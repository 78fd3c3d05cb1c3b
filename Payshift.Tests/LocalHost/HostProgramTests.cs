using System.ComponentModel.DataAnnotations;
using Payshift.LocalHost;
using Payshift.Tests.LocalHost.Support;

namespace Payshift.Tests.LocalHost;

public sealed class HostProgramTests
{
    [Fact]
    public async Task Wrong_setting_is_one_line_and_exit_code_1()
    {
        using var error = new StringWriter();
        var setup = TestHost.With() with
        {
            Error = error,
            AddApplication = (services, _) => services.AddOptions<Needed>().ValidateDataAnnotations().ValidateOnStart(),
        };

        var code = await HostProgram.RunAsync(TestHost.Configured, setup, CancellationToken.None);

        Assert.Equal(1, code);
        Assert.Equal($"Payshift: Payshift__Needed__Value is missing.{Environment.NewLine}", error.ToString());
    }

    [Fact]
    public async Task Taken_address_is_one_line_and_exit_code_1()
    {
        await using var first = await TestHost.StartAsync();
        using var error = new StringWriter();

        var code = await HostProgram.RunAsync(
            [.. TestHost.Configured, $"--urls={first.Address}"], TestHost.With() with { Error = error }, CancellationToken.None);

        Assert.Equal(1, code);
        Assert.Contains("address already in use", error.ToString(), StringComparison.Ordinal);
        Assert.Single(error.ToString().TrimEnd().Split('\n'));
    }

    [Fact]
    public async Task Missing_Azurite_is_one_line_and_exit_code_1()
    {
        using var error = new StringWriter();
        using var folder = new TestFolder();
        string[] args =
        [
            "--urls=http://127.0.0.1:0",
            $"--Payshift:LocalHost:DataFolder={folder.Path}",
            $"--Payshift:LocalHost:Azurite={folder.File("nothing.js")}",
            "--Payshift:Redis:ConnectionString=configured",
        ];

        var code = await HostProgram.RunAsync(args, TestHost.With() with { Error = error }, CancellationToken.None);

        Assert.Equal(1, code);
        Assert.Contains("Azurite is missing", error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Says_where_it_listens_and_ends_with_0_when_told_to()
    {
        using var stop = new CancellationTokenSource();
        await using var output = new BannerWatch();
        var running = HostProgram.RunAsync(TestHost.Configured, TestHost.With() with { Output = output }, stop.Token);

        await output.Written.WaitAsync(Patience.Long);
        await stop.CancelAsync();

        Assert.Equal(0, await running.WaitAsync(Patience.Long));
        Assert.Contains("/payment/health", output.ToString(), StringComparison.Ordinal);
    }

    private sealed class Needed
    {
        [Required(ErrorMessage = "Payshift__Needed__Value is missing.")]
        public string? Value { get; set; }
    }

    private sealed class BannerWatch : StringWriter
    {
        private readonly TaskCompletionSource _written = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Task Written => _written.Task;

        public override void Flush() => _written.TrySetResult();
    }
}
