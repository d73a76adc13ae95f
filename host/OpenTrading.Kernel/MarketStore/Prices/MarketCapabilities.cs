using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using System.Globalization;
using OpenTrading.Sdk.Capabilities;
using OpenTrading.Sdk.Data;
using OpenTrading.Sdk.Data.Quality;
using OpenTrading.Sdk.Market;

namespace OpenTrading.Kernel.MarketStore.Prices;

/// <summary>Quotes, bars and the order book.</summary>
/// <param name="market">Prices.</param>
/// <param name="paging">Cursors.</param>
public sealed class MarketCapabilities(MarketReader market, Paging paging)
{
    private const string BarsName = "get_market_bars";

    internal static readonly TimeSpan QuoteBound = TimeSpan.FromSeconds(10);

    /// <summary>The newest quote of a symbol.</summary>
    [Capability("get_quote", "market", Effect.Read, "GET /market/quote/{symbol}", Errors = [ErrorCode.SymbolUnknown, ErrorCode.DataUnavailable, ErrorCode.InsufficientHistory])]
    [Description("Newest bid and ask of a symbol with spread, source and time.")]
    public QuoteResult GetQuote(string symbol)
    {
        MarketSymbol resolved = market.Resolve(symbol);
        Quote quote = market.Quote(resolved);
        Instrument instrument = resolved.Instrument;
        DataStamp stamp = DataStamp.Of(instrument, quote.Time, QuoteBound, market.Now);
        return new QuoteResult
        {
            Summary = string.Create(CultureInfo.InvariantCulture, $"{instrument.Symbol} {quote.Bid}/{quote.Ask} from {quote.Source} at {quote.Time:yyyy-MM-dd HH:mm:ss} UTC."),
            Source = quote.Source,
            AsOf = quote.Time,
            Stale = stamp.Stale,
            Symbol = instrument.Symbol,
            BrokerSymbol = resolved.BrokerSymbol,
            Bid = quote.Bid,
            Ask = quote.Ask,
            Spread = quote.Spread,
            SpreadPoints = quote.Spread / instrument.Point,
            SpreadPips = quote.Spread / instrument.Pip,
            Time = quote.Time,
            MarketClosed = stamp.MarketClosed,
        };
    }

    /// <summary>Bars of a symbol.</summary>
    [Capability(BarsName, "market", Effect.Read, "POST /market/bars", Errors = [ErrorCode.SymbolUnknown, ErrorCode.DataUnavailable, ErrorCode.InsufficientHistory])]
    [Description("Bars of a symbol, oldest first, with gaps. A bar's time is its open.")]
    public BarsResult GetMarketBars(
        ICallContext call,
        string symbol,
        Timeframe timeframe = Timeframe.H1,
        [Range(1, 5000)] int count = 120,
        DateTime? from = null,
        DateTime? to = null,
        [Description("Add the unfinished bar")] bool includeForming = false,
        string? cursor = null)
    {
        Paging.RequireRows(call, count);
        TimeSpans.Require(from, to);
        MarketSymbol resolved = market.Resolve(symbol);
        Instrument instrument = resolved.Instrument;
        string query = Paging.Query(BarsName, instrument.Symbol, resolved.Source, timeframe, from?.Ticks, to?.Ticks, includeForming);
        DateTime? end = paging.Read(query, cursor) is { } position ? new DateTime(long.Parse(position, CultureInfo.InvariantCulture), DateTimeKind.Utc) : to;

        // One more than asked for tells whether there are older ones.
        MarketBars read = market.Bars(resolved, timeframe, count + 1, from, end);
        bool hasOlder = read.Bars.Count > count;
        BarSeries bars = read.Bars.Slice(hasOlder ? 1 : 0, read.Bars.Count);
        List<object?[]> rows = [.. Enumerable.Range(0, bars.Count).Select(i => BarsResult.Row(bars[i], instrument))];
        DateTime asOf = BarPeriod.OfBar(timeframe, bars[bars.Count - 1].Time, market.Day).End;
        Bar? forming = includeForming && cursor is null && end is null ? market.Forming(resolved, timeframe) : null;
        if (forming is { } unfinished && unfinished.Time >= asOf)
        {
            rows.Add(BarsResult.Row(unfinished, instrument));
        }

        MarketHours hours = MarketReader.Hours(instrument);
        return new BarsResult
        {
            Summary = string.Create(
                CultureInfo.InvariantCulture,
                $"{bars.Count} {timeframe} bars of {instrument.Symbol} from {resolved.Source}, {bars[0].Time:yyyy-MM-dd HH:mm} to {bars[bars.Count - 1].Time:yyyy-MM-dd HH:mm} UTC{(rows.Count > bars.Count ? ", and the unfinished one" : "")}."),
            Source = resolved.Source,
            AsOf = rows.Count > bars.Count ? market.Now : asOf,
            Stale = hours.IsStale(market.Now, asOf, 2 * timeframe.Length()),
            MarketClosed = !hours.IsOpen(market.Now),
            Symbol = instrument.Symbol,
            BrokerSymbol = resolved.BrokerSymbol,
            Timeframe = timeframe,
            Digits = instrument.Digits,
            AggregatedFrom = read.AggregatedFrom,
            Columns = BarsResult.ColumnNames,
            Rows = rows,
            Gaps = [.. BarQuality.Gaps(bars, hours.Sessions).Select(g => BarGap.Of(g, timeframe))],
            NextCursor = hasOlder ? paging.Write(query, bars[0].Time.Ticks.ToString(CultureInfo.InvariantCulture)) : null,
        };
    }

    /// <summary>The order book of a symbol.</summary>
    [Capability("get_market_depth", "market", Effect.Read, "GET /market/depth/{symbol}", Errors = [ErrorCode.SymbolUnknown, ErrorCode.DataUnavailable, ErrorCode.InsufficientHistory, ErrorCode.NotSupported])]
    [Description("Order book of a symbol, where its source has one.")]
    public DepthResult GetMarketDepth(string symbol, [Range(1, 50), Description("Prices a side")] int levels = 10)
    {
        MarketSymbol resolved = market.Resolve(symbol);
        throw new CapabilityException(
            ErrorCode.NotSupported, $"{resolved.Source} has no order book of {resolved.Instrument.Symbol} to show {levels} levels of", "Use get_quote for the best prices, get_spread_stats for their distance.");
    }
}
