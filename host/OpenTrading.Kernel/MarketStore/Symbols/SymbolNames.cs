using System.Text.RegularExpressions;
using OpenTrading.Sdk.Capabilities;
using OpenTrading.Sdk.Market;
using OpenTrading.Sdk.Naming;

namespace OpenTrading.Kernel.MarketStore.Symbols;

/// <summary>Finds the instrument a name means: the exact name, then letter case ignored, then one broker prefix or suffix, then an alias.</summary>
/// <param name="instruments">Known instruments by symbol.</param>
/// <param name="aliases">Symbols by other names for them, such as <c>GOLD</c>.</param>
internal sealed partial class SymbolNames(IReadOnlyDictionary<string, Instrument> instruments, IReadOnlyDictionary<string, string> aliases)
{
    private const int ShortestCore = 3;

    /// <summary>All instruments.</summary>
    public IEnumerable<Instrument> All => instruments.Values;

    /// <summary>The instrument of a name.</summary>
    /// <exception cref="CapabilityException">None or several match.</exception>
    public Instrument Find(string name)
    {
        if (instruments.TryGetValue(name, out Instrument? exact))
        {
            return exact;
        }

        Func<Instrument, bool>[] steps =
        [
            i => IsSame(i.Symbol, name),
            i => IsDecorated(name, i.Symbol) || IsDecorated(i.Symbol, name),
            i => aliases.Any(a => IsSame(a.Key, name) && a.Value == i.Symbol),
        ];
        Instrument[] found = steps.Select(step => instruments.Values.Where(step).ToArray()).FirstOrDefault(f => f.Length > 0) ?? [];
        return found is [{ } only] ? only : throw Unknown(name, found);
    }

    /// <summary>Whether a name is another with one broker prefix or suffix, such as <c>EURUSD.r</c>, <c>EURUSDm</c> or <c>#EURUSD</c>.</summary>
    public static bool IsDecorated(string name, string core)
    {
        if (core.Length < ShortestCore || name.Length <= core.Length)
        {
            return false;
        }

        return (name.StartsWith(core, StringComparison.OrdinalIgnoreCase) && Suffix().IsMatch(name[core.Length..]))
            || (name.EndsWith(core, StringComparison.OrdinalIgnoreCase) && Prefix().IsMatch(name[..^core.Length]));
    }

    private static bool IsSame(string a, string b) => a.Equals(b, StringComparison.OrdinalIgnoreCase);

    private CapabilityException Unknown(string name, Instrument[] found) => new(
        ErrorCode.SymbolUnknown,
        found.Length == 0 ? $"Symbol '{name}' is unknown" : $"Symbol '{name}' may be {string.Join(", ", found.Select(i => i.Symbol))}",
        found.Length > 0 ? "Name one of them in full."
            : Suggestion.Nearest(name, instruments.Keys.Concat(aliases.Keys)) is { } guess ? $"Did you mean {guess}?" : "Find it with search_symbols.",
        [.. found.Select(i => new ErrorDetail(["symbol"], i.Symbol))]);

    // Letters of a decoration are small ones, or stand behind a sign: "USD" at the end of XAUUSD is none.
    [GeneratedRegex(@"\A([^A-Za-z0-9][A-Za-z0-9]{0,7}|[a-z][a-z0-9]{0,7})\z")]
    private static partial Regex Suffix();

    [GeneratedRegex(@"\A([A-Za-z0-9]{0,7}[^A-Za-z0-9]|[a-z]{1,4})\z")]
    private static partial Regex Prefix();
}
