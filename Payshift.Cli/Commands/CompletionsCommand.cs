using Payshift.Cli.Invocation;

namespace Payshift.Cli.Commands;

/// <summary><c>payshift completions SHELL</c>: a script that has the shell ask the command itself what can follow.</summary>
internal static class CompletionsCommand
{
    private const string Bash = """
        _payshift() {
          local words
          words=$(payshift "[suggest:$COMP_POINT]" "$COMP_LINE" 2>/dev/null)
          COMPREPLY=($(compgen -W "$words" -- "${COMP_WORDS[COMP_CWORD]}"))
        }
        complete -F _payshift payshift
        """;

    private const string Zsh = """
        _payshift() {
          local -a words
          words=("${(@f)$(payshift "[suggest:$CURSOR]" "$BUFFER" 2>/dev/null)}")
          compadd -- $words
        }
        compdef _payshift payshift
        """;

    private const string Fish = """
        complete -f -c payshift -a '(payshift "[suggest:"(commandline -C)"]" (commandline) 2>/dev/null)'
        """;

    private const string PowerShell = """
        Register-ArgumentCompleter -Native -CommandName payshift -ScriptBlock {
          param($word, $line, $position)
          payshift "[suggest:$position]" "$line" 2>$null | Where-Object { $_ -like "$word*" } |
            ForEach-Object { [System.Management.Automation.CompletionResult]::new($_) }
        }
        """;

    public static Command Create(CommandContext context)
    {
        var shell = new Argument<string>("shell") { Description = "bash, zsh, fish or pwsh.", HelpName = "shell" };
        shell.AcceptOnlyFromAmong("bash", "zsh", "fish", "pwsh");
        var command = new Command("completions", "Prints the script that completes payshift's words in a shell.") { shell };
        command.SetAction(parsed =>
        {
            context.Output.WriteRaw(parsed.GetRequiredValue(shell) switch
            {
                "bash" => Bash,
                "zsh" => Zsh,
                "fish" => Fish,
                _ => PowerShell,
            });
            return ExitCodes.Success;
        });
        return command;
    }
}
