using OpenTrading.Sdk.Capabilities;
using OpenTrading.Sdk.Market;
using OpenTrading.Sdk.Naming;

namespace OpenTrading.Kernel.MarketStore.Symbols;

/// <summary>Finds the instrument a name means: the exact name, then letter case ignored, then one broker prefix or suffix, then an alias.</summary>
/// <param name="instruments">Known instruments by symbol.</param>
/// <param name="aliases">Symbols by other names for them, such as <c>GOLD</c>.</param>
internal sealed class SymbolNames(IReadOnlyDictionary<string, Instrument> instruments, IReadOnlyDictionary<string, string> aliases)
{
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
            i => BrokerNames.IsDecorated(name, i.Symbol) || BrokerNames.IsDecorated(i.Symbol, name),
            i => aliases.Any(a => IsSame(a.Key, name) && a.Value == i.Symbol),
        ];
        Instrument[] found = steps.Select(step => instruments.Values.Where(step).ToArray()).FirstOrDefault(f => f.Length > 0) ?? [];
        return found is [{ } only] ? only : throw Unknown(name, found);
    }

    private static bool IsSame(string a, string b) => a.Equals(b, StringComparison.OrdinalIgnoreCase);

    private CapabilityException Unknown(string name, Instrument[] found) => new(
        ErrorCode.SymbolUnknown,
        found.Length == 0 ? $"Symbol '{name}' is unknown" : $"Symbol '{name}' may be {string.Join(", ", found.Select(i => i.Symbol))}",
        found.Length > 0 ? "Name one of them in full."
            : Suggestion.Nearest(name, instruments.Keys.Concat(aliases.Keys)) is { } guess ? $"Did you mean {guess}?" : "Find it with search_symbols.",
        [.. found.Select(i => new ErrorDetail(["symbol"], i.Symbol))]);
}
