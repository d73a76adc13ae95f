using System.CommandLine;

namespace OpenTrading.Host.Faces.Cli;

/// <summary><c>opentrading completion bash|zsh|powershell</c>: a script that lets the shell ask this program what could follow.</summary>
internal static class CompletionCommand
{
    private const string Bash = """
        _opentrading() {
            local IFS=$'\n'
            COMPREPLY=($(compgen -W "$("${COMP_WORDS[0]}" "[suggest:${COMP_POINT}]" "${COMP_LINE}" 2>/dev/null)" -- "${COMP_WORDS[COMP_CWORD]}"))
        }
        complete -o default -F _opentrading opentrading
        """;

    private const string Zsh = """
        #compdef opentrading
        _opentrading() {
            local -a found
            found=("${(@f)$("${words[1]}" "[suggest:${CURSOR}]" "${BUFFER}" 2>/dev/null)}")
            (( ${#found} )) && compadd -- "${found[@]}" || _files
        }
        compdef _opentrading opentrading
        """;

    private const string PowerShell = """
        Register-ArgumentCompleter -Native -CommandName opentrading -ScriptBlock {
            param($wordToComplete, $commandAst, $cursorPosition)
            $command = $commandAst.CommandElements[0].Value
            & $command "[suggest:$cursorPosition]" $commandAst.ToString() 2>$null | ForEach-Object {
                [System.Management.Automation.CompletionResult]::new($_, $_, 'ParameterValue', $_)
            }
        }
        """;

    public static Command Build() => new("completion", "Print a completion script. Bash: source <(opentrading completion bash).")
    {
        Script("bash", Bash),
        Script("zsh", Zsh),
        Script("powershell", PowerShell),
    };

    private static Command Script(string shell, string script) => new Command(shell, $"The script for {shell}.").Do(_ =>
    {
        Console.Out.WriteLine(script);
        return ExitCodes.Ok;
    });
}
