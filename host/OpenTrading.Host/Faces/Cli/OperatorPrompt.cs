using System.CommandLine;
using System.Text;
using OpenTrading.Host.Security;

namespace OpenTrading.Host.Faces.Cli;

/// <summary>
/// Asks an operator for name, passphrase and one-time code: at the terminal, without showing the passphrase, or from a file. The passphrase is never an
/// argument, for other users of a machine see those.
/// </summary>
internal sealed class OperatorPrompt
{
    private readonly Option<string?> _name;
    private readonly Option<string?> _file;
    private readonly Option<string?> _code;

    /// <summary>The options of one operator.</summary>
    /// <param name="prefix">Before the options' names, where a command asks two operators.</param>
    public OperatorPrompt(string prefix = "")
    {
        _name = new($"--{prefix}name") { Description = "Operator. Default: the only one.", HelpName = "NAME" };
        _file = new($"--{prefix}passphrase-file") { Description = "File whose first line is the passphrase; asked at the terminal otherwise.", HelpName = "FILE" };
        _code = new($"--{prefix}totp") { Description = "One-time code, where the operator has them.", HelpName = "CODE" };
    }

    /// <summary>Adds the options to a command.</summary>
    public void AddTo(Command command)
    {
        command.Add(_name);
        command.Add(_file);
        command.Add(_code);
    }

    /// <summary>What an operator of this home says to be known by.</summary>
    /// <exception cref="FormatException">There is no operator, or it is not clear which; or there is neither terminal nor file.</exception>
    public (string Name, string Passphrase, string? Code) Read(ParseResult arguments, OperatorStore operators)
    {
        IReadOnlyList<OperatorAccount> all = operators.All;
        string name = arguments.GetValue(_name) ?? all switch
        {
            [{ } only] => only.Name,
            [] => throw new FormatException("this home has no operator yet; make the first one with 'opentrading operator init'."),
            _ => throw new FormatException($"which operator? Give {_name.Name} {string.Join(" or ", all.Select(o => o.Name))}."),
        };
        string passphrase = Passphrase(arguments, _file, $"Passphrase of {name}");
        string? code = arguments.GetValue(_code) ?? (all.FirstOrDefault(o => o.Name == name)?.TotpKey is null || Console.IsInputRedirected ? null : Ask("One-time code"));
        return (name, passphrase, code);
    }

    /// <summary>A passphrase from a file, or from the terminal.</summary>
    /// <exception cref="FormatException">There is neither.</exception>
    public static string Passphrase(ParseResult arguments, Option<string?> file, string question)
    {
        if (arguments.GetValue(file) is { } path)
        {
            return File.ReadLines(path).FirstOrDefault() ?? throw new FormatException($"{path}: the file is empty; write the passphrase into its first line.");
        }

        return Console.IsInputRedirected ? throw new FormatException($"there is no terminal to ask for the passphrase; give {file.Name} FILE.") : Ask(question);
    }

    // The question must not end up in redirected output.
    private static string Ask(string question)
    {
        Console.Error.Write($"{question}: ");
        var entered = new StringBuilder();
        while (Console.ReadKey(intercept: true) is { Key: not ConsoleKey.Enter } key)
        {
            if (key.Key == ConsoleKey.Backspace)
            {
                entered.Length = Math.Max(0, entered.Length - 1);
            }
            else if (!char.IsControl(key.KeyChar))
            {
                entered.Append(key.KeyChar);
            }
        }

        Console.Error.WriteLine();
        return entered.ToString();
    }
}
