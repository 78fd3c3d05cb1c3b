using Payshift.Cli.Invocation;

namespace Payshift.Tests.Cli.Commands;

/// <summary>Ctrl-C, as a terminal gives it to a process.</summary>
public sealed class InterruptionTests
{
    [Fact]
    public async Task Ctrl_C_finishes_the_batch_at_hand_and_says_so()
    {
        await using var host = await FakeHost.StartAsync();
        using var command = CommandProcess.Start(["process-webhooks", "--continuous", "--url", host.Url, "--key", FakeHost.Key]);
        await host.BatchBegun.Task.WaitAsync(TimeSpan.FromSeconds(60));

        await command.InterruptAsync();
        await command.SaysAsync("the batch at hand is finished first");
        host.BatchMayEnd.SetResult();

        Assert.Equal(ExitCodes.Interrupted, await command.EndAsync());
        Assert.Contains("1 batch: 20 processed, 0 retried, 0 failed", command.Output, StringComparison.Ordinal);
        Assert.Contains("ended by Ctrl-C, the batch at hand was finished", command.Output, StringComparison.Ordinal);
        Assert.DoesNotContain('\e', command.Output);
    }

    [Fact]
    public async Task A_second_Ctrl_C_ends_at_once()
    {
        await using var host = await FakeHost.StartAsync();
        using var command = CommandProcess.Start(["process-webhooks", "--url", host.Url, "--key", FakeHost.Key]);
        await host.BatchBegun.Task.WaitAsync(TimeSpan.FromSeconds(60));

        await command.InterruptAsync();
        await command.SaysAsync("the batch at hand is finished first");
        await command.InterruptAsync();

        Assert.Equal(ExitCodes.Interrupted, await command.EndAsync());
        Assert.DoesNotContain("processed", command.Output, StringComparison.Ordinal);
        host.BatchMayEnd.SetResult();
    }

    [Fact]
    public async Task Ctrl_C_between_pages_of_retries_says_what_was_done()
    {
        await using var host = await FakeHost.StartAsync();
        using var command = CommandProcess.Start(["retry", "--all", "--yes", "--url", host.Url, "--key", FakeHost.Key]);
        await host.BatchBegun.Task.WaitAsync(TimeSpan.FromSeconds(60));

        await command.InterruptAsync();
        await command.SaysAsync("what is at hand is finished first");
        host.BatchMayEnd.SetResult();

        Assert.Equal(ExitCodes.Interrupted, await command.EndAsync());
        Assert.Contains("1-aa  retried", command.Output, StringComparison.Ordinal);
        Assert.Contains("1 failure: 1 retried", command.Output, StringComparison.Ordinal);
        Assert.Contains("ended by Ctrl-C. What is not listed was left as it is", command.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Tail_ends_by_Ctrl_C()
    {
        await using var host = await FakeHost.StartAsync();
        using var command = CommandProcess.Start(["tail", "--url", host.Url, "--key", FakeHost.Key]);
        await command.SaysAsync("0 ready");

        await command.InterruptAsync();

        Assert.Equal(ExitCodes.Interrupted, await command.EndAsync());
        Assert.Equal("", command.Error.Trim());
    }
}
