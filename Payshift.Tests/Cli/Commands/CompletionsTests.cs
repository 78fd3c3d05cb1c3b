using Payshift.Cli.Invocation;

namespace Payshift.Tests.Cli.Commands;

public sealed class CompletionsTests
{
    [Theory]
    [InlineData("payshift sta", "stats")]
    [InlineData("payshift send str", "stripe")]
    [InlineData("payshift send stripe ch", "charge.failed", "charge.refunded", "charge.succeeded")]
    [InlineData("payshift process-webhooks --c", "--cleanup", "--continuous")]
    [InlineData("payshift pause pays", "paystack")]
    [InlineData("payshift fail", "failures")]
    [InlineData("payshift batc", "batches")]
    [InlineData("payshift failures --provider pays", "paystack")]
    [InlineData("payshift failures --status ", "open", "retried")]
    [InlineData("payshift retry --d", "--dry-run")]
    [InlineData("payshift analytics --by ", "day", "hour", "minute")]
    public async Task The_command_knows_what_can_follow(string line, params string[] expected)
    {
        using var command = CommandProcess.Start([$"[suggest:{line.Length}]", line]);

        Assert.Equal(0, await command.EndAsync());
        Assert.Equal(expected, command.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("bash", "complete -F _payshift payshift")]
    [InlineData("zsh", "compdef _payshift payshift")]
    [InlineData("fish", "complete -f -c payshift")]
    [InlineData("pwsh", "Register-ArgumentCompleter -Native -CommandName payshift")]
    public async Task Each_shell_has_its_script(string shell, string expected)
    {
        var run = await CommandRun.RunAsync(["completions", shell]);

        Assert.Equal(ExitCodes.Success, run.ExitCode);
        Assert.Contains(expected, run.Output, StringComparison.Ordinal);
        Assert.Contains("[suggest:", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_unknown_shell_is_refused() =>
        Assert.Equal(ExitCodes.Usage, (await CommandRun.RunAsync(["completions", "cmd"])).ExitCode);
}
