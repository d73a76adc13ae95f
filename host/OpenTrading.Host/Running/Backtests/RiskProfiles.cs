using OpenTrading.Host.Configuration;
using OpenTrading.Host.Configuration.Sections;
using OpenTrading.Sdk.Naming;

namespace OpenTrading.Host.Running.Backtests;

/// <summary>
/// Configurations whose limits a backtest can be run under, by name: those beside the configuration in force, then those that came with the program.
/// </summary>
/// <param name="configuration">The configuration in force.</param>
internal sealed class RiskProfiles(HostConfiguration configuration)
{
    private const string Ending = ".toml";

    private readonly (string Name, string File)[] _all = Find(configuration);

    /// <summary>Their names, in order.</summary>
    public IReadOnlyList<string> Names => [.. _all.Select(p => p.Name)];

    /// <summary>Whether a text is a name alone, by which no file outside their folders can be meant.</summary>
    public static bool IsName(string text) => text.IndexOfAny(['/', '\\']) < 0 && !text.EndsWith(Ending, StringComparison.OrdinalIgnoreCase);

    /// <summary>The file of a profile.</summary>
    /// <param name="text">Its name, with or without <c>.toml</c>, or the path of a file.</param>
    /// <returns>Its name, or the path as it was written, and where it lies.</returns>
    /// <exception cref="FormatException">There is none; the message lists those there are.</exception>
    public (string Name, string File) Require(string text)
    {
        string name = text.EndsWith(Ending, StringComparison.OrdinalIgnoreCase) ? text[..^Ending.Length] : text;
        if (_all.FirstOrDefault(p => p.Name.Equals(name, StringComparison.OrdinalIgnoreCase)) is { File: not null } known)
        {
            return known;
        }

        if (!IsName(text) && File.Exists(text))
        {
            return (text, text);
        }

        string near = Suggestion.Nearest(name, Names) is { } guess ? $" Did you mean {guess}?" : "";
        throw new FormatException(
            $"--risk is '{text}'; write {BacktestTerms.RiskOff}, {BacktestTerms.RiskOfConfiguration} for the rules of the configuration in force, "
            + $"or a profile, by the path of its file or by its name: {string.Join(", ", Names)}.{near}");
    }

    private static (string Name, string File)[] Find(HostConfiguration configuration)
    {
        string[] others = [new MarketOptions().Instruments, Path.GetFileName(configuration.Market.Instruments)];
        string beside = Path.GetDirectoryName(configuration.File) is { Length: > 0 } folder ? folder : ".";
        return
        [
            .. ((string[])[beside, Path.Combine(AppContext.BaseDirectory, "config")])
                .Where(Directory.Exists)
                .SelectMany(each => Directory.EnumerateFiles(each, "*" + Ending))
                .Where(file => !others.Contains(Path.GetFileName(file)))
                .Select(file => (Name: Path.GetFileNameWithoutExtension(file), File: file))
                .Where(p => p.Name is not (BacktestTerms.RiskOff or BacktestTerms.RiskOfConfiguration))
                .DistinctBy(p => p.Name, StringComparer.OrdinalIgnoreCase)
                .OrderBy(p => p.Name, StringComparer.Ordinal),
        ];
    }
}
