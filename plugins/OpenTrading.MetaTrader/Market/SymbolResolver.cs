using OpenTrading.MetaTrader.Terminals;
using OpenTrading.Sdk.Market;

namespace OpenTrading.MetaTrader.Market;

/// <summary>Finds the broker's name of an instrument: the exact name, then letter case ignored, then one prefix or suffix, then the configured other name.</summary>
/// <param name="aliases">Instruments by other names for them, such as <c>GOLD</c>.</param>
/// <threadsafety>Immutable.</threadsafety>
internal sealed class SymbolResolver(IReadOnlyDictionary<string, string> aliases)
{
    /// <summary>Reads <c>GOLD=XAUUSD</c> and the like.</summary>
    /// <exception cref="FormatException">One has another form.</exception>
    public static SymbolResolver Parse(IEnumerable<string> aliases) => new(aliases.Select(Pair).ToDictionary(p => p.Name, p => p.Symbol, StringComparer.OrdinalIgnoreCase));

    /// <summary>The broker's symbol of an instrument; null when there is none, or when several fit equally well.</summary>
    /// <param name="symbols">The broker's list.</param>
    /// <param name="instrument">Name of the instrument.</param>
    public SymbolRow? Find(IReadOnlyList<SymbolRow> symbols, string instrument)
    {
        string[] others = [.. aliases.Where(a => a.Value.Equals(instrument, StringComparison.OrdinalIgnoreCase)).Select(a => a.Key)];
        Func<SymbolRow, bool>[] steps =
        [
            s => s.Name == instrument,
            s => s.Name.Equals(instrument, StringComparison.OrdinalIgnoreCase),
            s => BrokerNames.IsDecorated(s.Name, instrument),
            s => others.Any(o => s.Name.Equals(o, StringComparison.OrdinalIgnoreCase)),
            s => others.Any(o => BrokerNames.IsDecorated(s.Name, o)),
        ];
        SymbolRow[] found = steps.Select(step => symbols.Where(step).ToArray()).FirstOrDefault(f => f.Length > 0) ?? [];

        // A broker lists one contract for several kinds of accounts; the one in the market watch is the one that this account trades.
        SymbolRow[] shown = [.. found.Where(s => s.IsVisible)];
        return found.Length == 1 ? found[0] : shown.Length == 1 ? shown[0] : null;
    }

    private static (string Name, string Symbol) Pair(string text) => text.Split('=', StringSplitOptions.TrimEntries) is [{ Length: > 0 } name, { Length: > 0 } symbol]
        ? (name, symbol)
        : throw new FormatException($"metatrader.aliases '{text}' has another form; write such as GOLD=XAUUSD.");
}
