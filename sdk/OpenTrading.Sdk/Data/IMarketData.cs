using OpenTrading.Sdk.Capabilities;
using OpenTrading.Sdk.Market;

namespace OpenTrading.Sdk.Data;

/// <summary>Prices by symbol, whatever source has them. What no source has is refused, never made up.</summary>
/// <threadsafety>Safe from any thread.</threadsafety>
public interface IMarketData
{
    /// <summary>Market time now. Data is old or new by this clock.</summary>
    DateTime Now { get; }

    /// <summary>Every symbol that some source has.</summary>
    IReadOnlyList<MarketSymbol> Symbols { get; }

    /// <summary>Reads <c>EURUSD</c> or <c>SOURCE:EURUSD</c>: exact name, then letter case ignored, then one broker suffix or prefix.</summary>
    /// <exception cref="CapabilityException">None or several match: <see cref="ErrorCode.SymbolUnknown"/> with candidates.</exception>
    MarketSymbol Resolve(string symbol);

    /// <summary>The newest closed bars in a span of opening times.</summary>
    /// <param name="symbol">Whose bars.</param>
    /// <param name="timeframe">Bar length; aggregated from a finer one where the source lacks it.</param>
    /// <param name="count">At most so many, the newest.</param>
    /// <param name="from">First opening time, UTC, inclusive.</param>
    /// <param name="to">End of the opening times, UTC, exclusive. Default: now.</param>
    /// <exception cref="CapabilityException">There are none: <see cref="ErrorCode.DataUnavailable"/>.</exception>
    MarketBars Bars(MarketSymbol symbol, Timeframe timeframe, int count, DateTime? from = null, DateTime? to = null);

    /// <summary>The newest quote.</summary>
    /// <exception cref="CapabilityException">There is none: <see cref="ErrorCode.DataUnavailable"/>.</exception>
    Quote Quote(MarketSymbol symbol);
}
