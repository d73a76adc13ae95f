using OpenTrading.Sdk.Capabilities;
using OpenTrading.Sdk.Indicators;
using OpenTrading.Sdk.Market;
using OpenTrading.Sdk.Plugins;

namespace OpenTrading.Sdk.Data;

/// <summary>The bars that a computation is made over, and how far before its first row it begins.</summary>
/// <param name="context">Prices, watchlists, indicators.</param>
/// <threadsafety>Safe from any thread.</threadsafety>
public sealed class BarHistory(IPluginContext context)
{
    // Smoothed values carry their start with them for a while: over this many bars even ema(200) forgets it to nine digits. Rows are counted in steps,
    // so that a snapshot and a table that ask for a different number of rows begin at the same bar and agree.
    private const int LeastLead = 2000;
    private const int RowStep = 500;

    /// <summary>Prices.</summary>
    public IMarketData Market => context.Market;

    /// <summary>Indicators by name.</summary>
    public IIndicatorCatalog Indicators => context.Indicators;

    /// <summary>Where the broker's day begins.</summary>
    public BrokerDay Day => context.Day;

    /// <summary>Bars for the newest rows, with what comes before them.</summary>
    /// <param name="symbol">Whose.</param>
    /// <param name="timeframe">Their length.</param>
    /// <param name="rows">Rows asked for.</param>
    /// <param name="warmupBars">Bars until the first row can be known.</param>
    /// <param name="what">What needs them, for the refusal.</param>
    /// <param name="to">End of the rows; null for now.</param>
    /// <exception cref="CapabilityException">The symbol is unknown, has no bars, or fewer than the warm-up takes.</exception>
    public MarketBars Read(string symbol, Timeframe timeframe, int rows, int warmupBars, string what, DateTime? to = null) =>
        Read(Market.Resolve(symbol), timeframe, rows, warmupBars, what, to);

    /// <inheritdoc cref="Read(string, Timeframe, int, int, string, DateTime?)"/>
    public MarketBars Read(MarketSymbol symbol, Timeframe timeframe, int rows, int warmupBars, string what, DateTime? to = null)
    {
        int lead = Math.Max(LeastLead, 3 * warmupBars);
        return Market.Bars(symbol, timeframe, lead + ((rows + RowStep - 1) / RowStep * RowStep), to: to).Require(warmupBars, what);
    }

    /// <summary>How old bars are.</summary>
    /// <param name="bars">The bars.</param>
    public DataStamp Stamp(MarketBars bars)
    {
        ArgumentNullException.ThrowIfNull(bars);
        return bars.StampAt(Market.Now, Day);
    }

    /// <summary>The symbols asked for, else those of the watchlist <c>main</c>.</summary>
    /// <param name="asked">What a caller names; null or empty for none.</param>
    public IReadOnlyList<string> Symbols(string[]? asked) => asked is { Length: > 0 } ? asked : context.Watchlists.Find() ?? [];
}
