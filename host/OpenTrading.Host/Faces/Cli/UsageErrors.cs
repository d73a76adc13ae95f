using System.CommandLine;
using System.CommandLine.Parsing;
using OpenTrading.Sdk.Naming;

namespace OpenTrading.Host.Faces.Cli;

/// <summary>Says what is wrong with a command line, a line for each fault, without the whole help.</summary>
internal static class UsageErrors
{
    /// <summary>Prints the faults.</summary>
    /// <returns>The exit code.</returns>
    public static int Print(ParseResult arguments)
    {
        string help = $"See: opentrading {string.Concat(PathOf(arguments.CommandResult).Select(name => name + " "))}--help";
        foreach (string message in arguments.Errors.Select(error => error.Message).Distinct(StringComparer.Ordinal))
        {
            string near = Nearest(arguments, message) is { } guess ? $"Did you mean {guess}? " : "";
            Terminal.Error($"error: {message} {near}{help}");
        }

        return ExitCodes.Validation;
    }

    private static string? Nearest(ParseResult arguments, string message)
    {
        string? unknown = arguments.UnmatchedTokens.FirstOrDefault(token => message.Contains($"'{token}'", StringComparison.Ordinal));
        Command command = arguments.CommandResult.Command;
        return unknown is null ? null : Suggestion.Nearest(unknown, [.. command.Subcommands.Select(c => c.Name), .. command.Options.Select(o => o.Name)]);
    }

    private static IEnumerable<string> PathOf(CommandResult command) =>
        command.Parent is CommandResult parent ? [.. PathOf(parent), command.Command.Name] : [];
}
