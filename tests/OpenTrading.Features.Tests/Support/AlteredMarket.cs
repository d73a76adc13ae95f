using OpenTrading.Sdk.Capabilities;
using OpenTrading.Sdk.Data;
using OpenTrading.Sdk.Market;

namespace OpenTrading.Features.Tests.Support;

/// <summary>A market as a test wants it: one that stops quoting, or whose bars are others.</summary>
/// <param name="inner">The market as it is.</param>
internal sealed class AlteredMarket(IMarketData inner) : IMarketData
{
    /// <summary>Whether it quotes.</summary>
    public bool Quotes { get; set; } = true;

    /// <summary>What becomes of its bars.</summary>
    public Func<BarSeries, BarSeries> Alter { get; set; } = bars => bars;

    public DateTime Now => inner.Now;

    public IReadOnlyList<MarketSymbol> Symbols => inner.Symbols;

    public MarketSymbol Resolve(string symbol) => inner.Resolve(symbol);

    public MarketBars Bars(MarketSymbol symbol, Timeframe timeframe, int count, DateTime? from = null, DateTime? to = null)
    {
        MarketBars read = inner.Bars(symbol, timeframe, count, from, to);
        return read with { Bars = Alter(read.Bars) };
    }

    public Quote Quote(MarketSymbol symbol) => Quotes ? inner.Quote(symbol) : throw new CapabilityException(ErrorCode.DataUnavailable, $"{symbol.Source} has no quote", "Wait for one.");
}
