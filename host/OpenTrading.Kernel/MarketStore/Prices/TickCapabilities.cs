using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using System.Globalization;
using OpenTrading.Sdk.Capabilities;
using OpenTrading.Sdk.Data;
using OpenTrading.Sdk.Market;
using OpenTrading.Sdk.Statistics;

namespace OpenTrading.Kernel.MarketStore.Prices;

/// <summary>Ticks, and the spread they show.</summary>
/// <param name="market">Prices.</param>
/// <param name="paging">Cursors.</param>
public sealed class TickCapabilities(MarketReader market, Paging paging)
{
    private const string TicksName = "get_ticks";

    // Of longer recordings the bars have to speak: their ticks do not fit in memory.
    private const long MostTicks = 5_000_000;

    /// <summary>Ticks of a symbol.</summary>
    [Capability(TicksName, "market", Effect.Read, "POST /market/ticks", Errors = [ErrorCode.SymbolUnknown, ErrorCode.DataUnavailable, ErrorCode.InsufficientHistory, ErrorCode.NotSupported])]
    [Description("Recorded ticks of a symbol, oldest first; nextCursor leads to older ones.")]
    public TicksResult GetTicks(ICallContext call, string symbol, DateTime? from = null, DateTime? to = null, [Range(1, 5000)] int limit = 200, string? cursor = null)
    {
        Paging.RequireRows(call, limit);
        TimeSpans.Require(from, to);
        MarketSymbol resolved = market.Resolve(symbol);
        Instrument instrument = resolved.Instrument;
        StoredSeries stored = Stored(resolved);
        string query = Paging.Query(TicksName, instrument.Symbol, resolved.Source, from?.Ticks, to?.Ticks);
        (DateTime end, int skipped) = paging.Read(query, cursor) is { } position ? Position(position) : (to < market.Now ? to.Value : market.Now, 0);

        TickSeries ticks = Newest(stored, skipped + limit + 1, from ?? DateTime.MinValue, end);
        int last = ticks.Count - skipped;
        int first = Math.Max(0, last - limit);
        if (first >= last)
        {
            throw MarketReader.Unavailable($"{instrument.Symbol} ticks", $"{resolved.Source} has none in that span");
        }

        Tick[] page = [.. Enumerable.Range(first, last - first).Select(i => ticks[i])];
        double[] spreads = [.. page.Select(t => Points(instrument, t.Ask - t.Bid))];
        bool hasTrades = page.Any(t => t.Last > 0);
        MarketHours hours = MarketReader.Hours(instrument);
        return new TicksResult
        {
            Summary = string.Create(CultureInfo.InvariantCulture, $"{page.Length} ticks of {instrument.Symbol} from {resolved.Source}, {page[0].Time:yyyy-MM-dd HH:mm:ss.fff} to {page[^1].Time:yyyy-MM-dd HH:mm:ss.fff} UTC, mean spread {spreads.Average():0.#} points."),
            Source = resolved.Source,
            AsOf = page[^1].Time,
            Stale = hours.IsStale(market.Now, page[^1].Time, MarketCapabilities.QuoteBound),
            MarketClosed = !hours.IsOpen(market.Now),
            Symbol = instrument.Symbol,
            BrokerSymbol = resolved.BrokerSymbol,
            Columns = hasTrades ? TicksResult.ColumnNames : TicksResult.ColumnNames[..3],
            Rows = [.. page.Select(t => TicksResult.Row(t, instrument, hasTrades))],
            SpreadPoints = new SpreadRange(spreads.Min(), Math.Round(spreads.Average(), 2), spreads.Max()),
            NextCursor = first > 0 ? paging.Write(query, string.Create(CultureInfo.InvariantCulture, $"{end.Ticks} {skipped + limit}")) : null,
        };
    }

    /// <summary>How wide the spread of a symbol has been.</summary>
    [Capability("get_spread_stats", "market", Effect.Read, "POST /market/spread", Errors = [ErrorCode.SymbolUnknown, ErrorCode.DataUnavailable, ErrorCode.InsufficientHistory])]
    [Description("How wide the spread of a symbol was over the last days, by hour.")]
    public SpreadResult GetSpreadStats(string symbol, [Range(1, 365), Description("Days back from newest price")] int days = 20)
    {
        MarketSymbol resolved = market.Resolve(symbol);
        Instrument instrument = resolved.Instrument;
        (SpreadBasis basis, IReadOnlyList<(DateTime Time, double Points)> spreads) = Spreads(resolved, TimeSpan.FromDays(days));
        double[] sorted = [.. spreads.Select(s => s.Points).Order()];
        DateTime asOf = spreads[^1].Time;
        double median = Quantile.OfSorted(sorted, 0.5);
        MarketHours hours = MarketReader.Hours(instrument);
        return new SpreadResult
        {
            Summary = string.Create(CultureInfo.InvariantCulture, $"{instrument.Symbol} spread over {days} days to {asOf:yyyy-MM-dd} from {sorted.Length} {(basis == SpreadBasis.Ticks ? "ticks" : "bars")}: median {median:0.#} points, 95 % below {Quantile.OfSorted(sorted, 0.95):0.#}."),
            Source = resolved.Source,
            AsOf = asOf,
            Stale = hours.IsStale(market.Now, asOf, MarketCapabilities.QuoteBound),
            MarketClosed = !hours.IsOpen(market.Now),
            Symbol = instrument.Symbol,
            BrokerSymbol = resolved.BrokerSymbol,
            NowPoints = (double)(market.Quote(resolved).Spread / instrument.Point),
            MinPoints = sorted[0],
            MedianPoints = median,
            P95Points = Quantile.OfSorted(sorted, 0.95),
            MaxPoints = sorted[^1],
            ByHour = [.. spreads.GroupBy(s => s.Time.Hour).OrderBy(g => g.Key).Select(g => new HourlySpread(g.Key, Quantile.Of([.. g.Select(s => s.Points)], 0.5)))],
            Basis = basis,
        };
    }

    private static double Points(Instrument instrument, double price) => instrument.ToPoints(price);

    // The end of the first call and how many ticks were handed out: several ticks may share a time, so a time alone is no place among them.
    private static (DateTime End, int Skipped) Position(string position)
    {
        string[] parts = position.Split(' ');
        return (new DateTime(long.Parse(parts[0], CultureInfo.InvariantCulture), DateTimeKind.Utc), Paging.Number(parts[1]));
    }

    private StoredSeries Stored(MarketSymbol symbol)
    {
        if (!MarketReader.IsFile(symbol))
        {
            throw new CapabilityException(ErrorCode.NotSupported, $"{symbol.Source} keeps no ticks of {symbol.Instrument.Symbol}", "Ask for bars, or import recorded ticks.");
        }

        return TicksOf(symbol) ?? throw MarketReader.Unavailable($"{symbol.Instrument.Symbol} ticks", "none are stored");
    }

    private StoredSeries? TicksOf(MarketSymbol symbol)
    {
        SeriesKey key = MarketReader.Key(symbol, null);
        return market.Stored.List().FirstOrDefault(s => s.Fault is null && s.Key == key);
    }

    // Years of ticks do not fit in memory: spans of growing length are read until one holds enough.
    private TickSeries Newest(StoredSeries stored, int count, DateTime from, DateTime end)
    {
        DateTime last = stored.To < end ? stored.To.AddTicks(1) : end;
        for (TimeSpan reach = TimeSpan.FromMinutes(10); ; reach *= 4)
        {
            DateTime start = last - stored.From > reach ? last - reach : DateTime.MinValue;
            start = start > from ? start : from;
            TickSeries ticks = market.Stored.Ticks(stored.Key, start, last);
            if (ticks.Count >= count || start <= from || start <= stored.From)
            {
                return ticks;
            }
        }
    }

    private (SpreadBasis Basis, IReadOnlyList<(DateTime Time, double Points)> Spreads) Spreads(MarketSymbol symbol, TimeSpan span)
    {
        Instrument instrument = symbol.Instrument;
        if (MarketReader.IsFile(symbol) && TicksOf(symbol) is { Rows: <= MostTicks } stored && stored.From < market.Now)
        {
            DateTime end = stored.To < market.Now ? stored.To.AddTicks(1) : market.Now;
            TickSeries ticks = market.Stored.Ticks(stored.Key, end - span, end);
            return (SpreadBasis.Ticks, [.. Enumerable.Range(0, ticks.Count).Select(i => (ticks[i].Time, Points(instrument, ticks[i].Ask - ticks[i].Bid)))]);
        }

        Timeframe finest = market.Finest(symbol) ?? throw MarketReader.Unavailable(instrument.Symbol, "no bars are stored");
        BarSeries newest = market.Bars(symbol, finest, 1).Bars;
        DateTime to = newest[newest.Count - 1].Time.AddTicks(1);
        BarSeries bars = market.Bars(symbol, finest, 20_000, to - span, to).Bars;
        (DateTime Time, double Points)[] spreads =
            [.. Enumerable.Range(0, bars.Count).Where(i => double.IsFinite(bars.Spread[i])).Select(i => (bars[i].Time, Points(instrument, bars.Spread[i])))];
        return spreads.Length > 0 ? (SpreadBasis.Bars, spreads) : throw MarketReader.Unavailable(instrument.Symbol, $"{symbol.Source} records no spread");
    }
}
