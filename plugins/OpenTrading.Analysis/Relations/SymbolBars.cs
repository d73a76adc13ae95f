using OpenTrading.Sdk.Capabilities;
using OpenTrading.Sdk.Data;
using OpenTrading.Sdk.Market;

namespace OpenTrading.Analysis.Relations;

/// <summary>Bars of several symbols, of which some may be missing.</summary>
internal sealed class SymbolBars
{
    private readonly List<MarketBars> _read = [];
    private readonly List<Unavailable> _unavailable = [];

    /// <summary>Reads bars.</summary>
    /// <param name="history">Where they come from.</param>
    /// <param name="symbols">Whose.</param>
    /// <param name="timeframe">Their length.</param>
    /// <param name="most">At most so many of each, the newest.</param>
    /// <param name="least">Fewest that are of use.</param>
    public SymbolBars(BarHistory history, IReadOnlyList<string> symbols, Timeframe timeframe, int most, int least)
    {
        foreach (string symbol in symbols)
        {
            try
            {
                MarketSymbol resolved = history.Market.Resolve(symbol);
                if (_read.All(r => r.Symbol.Instrument.Symbol != resolved.Instrument.Symbol))
                {
                    _read.Add(history.Market.Bars(resolved, timeframe, most).Require(least, "the comparison"));
                }
            }
            catch (CapabilityException missing)
            {
                Refusal ??= missing;
                _unavailable.Add(new Unavailable(symbol, missing.Message));
            }
        }
    }

    /// <summary>What there is, each instrument once.</summary>
    public IReadOnlyList<MarketBars> Read => _read;

    /// <summary>What there is not, and why.</summary>
    public IReadOnlyList<Unavailable> Unavailable => _unavailable;

    /// <summary>Why the first missing one is missing; null where none is.</summary>
    public CapabilityException? Refusal { get; }
}
