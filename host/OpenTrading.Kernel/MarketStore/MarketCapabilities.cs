using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using OpenTrading.Sdk.Capabilities;
using OpenTrading.Sdk.Data;
using OpenTrading.Sdk.Market;

namespace OpenTrading.Kernel.MarketStore;

/// <summary>What can be asked about prices.</summary>
public sealed class MarketCapabilities(IMarketData market)
{
    private static readonly TimeSpan QuoteBound = TimeSpan.FromSeconds(10);

    /// <summary>The newest quote of a symbol.</summary>
    [Capability("get_quote", "market", Effect.Read, "GET /market/quote/{symbol}", Errors = [ErrorCode.SymbolUnknown, ErrorCode.DataUnavailable])]
    [Description("Newest bid and ask of a symbol with spread, source and time.")]
    public QuoteResult GetQuote(string symbol)
    {
        MarketSymbol resolved = market.Resolve(symbol);
        Quote quote = market.Quote(resolved);
        Instrument instrument = resolved.Instrument;
        return new QuoteResult
        {
            Summary = $"{instrument.Symbol} {quote.Bid}/{quote.Ask} from {quote.Source} at {quote.Time:yyyy-MM-dd HH:mm:ss} UTC.",
            Source = quote.Source,
            AsOf = quote.Time,
            Stale = market.Now - quote.Time > QuoteBound,
            Symbol = instrument.Symbol,
            Bid = quote.Bid,
            Ask = quote.Ask,
            Spread = quote.Spread,
            SpreadPoints = quote.Spread / instrument.Point,
            SpreadPips = quote.Spread / instrument.Pip,
            Time = quote.Time,
        };
    }

    /// <summary>Closed bars of a symbol.</summary>
    [Capability("get_market_bars", "market", Effect.Read, "POST /market/bars", Errors = [ErrorCode.SymbolUnknown, ErrorCode.DataUnavailable])]
    [Description("Closed bars of a symbol, oldest first, as columns and rows.")]
    public BarsResult GetMarketBars(string symbol, Timeframe timeframe = Timeframe.H1, [Range(1, 5000)] int count = 120, DateTime? from = null, DateTime? to = null)
    {
        MarketBars read = market.Bars(market.Resolve(symbol), timeframe, count, from, to);
        BarSeries bars = read.Bars;
        DateTime asOf = bars[bars.Count - 1].Time + timeframe.Length();
        return new BarsResult
        {
            Summary = $"{bars.Count} {timeframe} bars of {read.Symbol.Instrument.Symbol} from {read.Symbol.Source}, {bars[0].Time:yyyy-MM-dd HH:mm} to {bars[bars.Count - 1].Time:yyyy-MM-dd HH:mm} UTC.",
            Source = read.Symbol.Source,
            AsOf = asOf,
            Stale = market.Now - asOf > 2 * timeframe.Length(),
            Symbol = read.Symbol.Instrument.Symbol,
            Timeframe = timeframe,
            Digits = read.Symbol.Instrument.Digits,
            AggregatedFrom = read.AggregatedFrom,
            Columns = BarsResult.ColumnNames,
            Rows = [.. Enumerable.Range(0, bars.Count).Select(i => BarsResult.Row(bars[i], read.Symbol.Instrument))],
        };
    }
}
