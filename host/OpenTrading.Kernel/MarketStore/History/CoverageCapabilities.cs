using System.Collections.Concurrent;
using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using OpenTrading.Sdk.Capabilities;
using OpenTrading.Sdk.Data;
using OpenTrading.Sdk.Data.Quality;
using OpenTrading.Sdk.Market;

namespace OpenTrading.Kernel.MarketStore.History;

/// <summary>Which data there is.</summary>
/// <param name="market">Prices.</param>
/// <param name="instruments">Known instruments by symbol.</param>
/// <param name="paging">Cursors.</param>
public sealed class CoverageCapabilities(MarketReader market, IReadOnlyDictionary<string, Instrument> instruments, Paging paging)
{
    private const string CoverageName = "get_data_coverage";

    // The share of gaps needs the whole series; a stored series does not change under its description.
    private readonly ConcurrentDictionary<SeriesKey, (StoredSeries Of, double Pct)> _gaps = new();

    /// <summary>Sources and stored series.</summary>
    [Capability(CoverageName, "market", Effect.Read, "GET /market/coverage")]
    [Description("Sources of prices and their state; stored series with span and gaps.")]
    public CoverageResult GetDataCoverage(ICallContext call, string? symbol = null, [Range(1, 1000)] int limit = 50, string? cursor = null)
    {
        Paging.RequireRows(call, limit);
        IReadOnlyList<StoredSeries> stored = market.Stored.List();
        string? wanted = symbol is null ? null : Wanted(symbol, stored);
        StoredSeries[] found = [.. stored.Where(s => wanted is null || s.Key.Symbol == wanted)];
        Page<StoredSeries> page = paging.Cut(found, limit, cursor, Paging.Query(CoverageName, wanted));
        return new CoverageResult
        {
            Summary = $"{found.Length} stored series{(wanted is null ? "" : $" of {wanted}")}; sources {string.Join(", ", Sources(stored).Select(s => s.Name))}.",
            AsOf = market.Now,
            Sources = [.. Sources(stored)],
            Items = [.. page.Items.Select(Item)],
            Total = page.Total,
            NextCursor = page.NextCursor,
        };
    }

    // What is stored may have been imported under a name that no instrument has.
    private string Wanted(string symbol, IReadOnlyList<StoredSeries> stored) =>
        stored.Any(s => s.Key.Symbol == symbol) ? symbol : market.Instrument(symbol).Symbol;

    private IEnumerable<SourceState> Sources(IReadOnlyList<StoredSeries> stored)
    {
        StoredSeries[] sound = [.. stored.Where(s => s.Fault is null)];
        StoredSeries[] corrupt = [.. stored.Where(s => s.Fault is not null)];
        yield return new SourceState(
            "file", SourceKind.Store, true, sound.Length > 0 ? sound.Max(s => s.To) : null, corrupt.Length > 0 ? $"{corrupt.Length} stored series cannot be read" : null);
        foreach (IDataSource source in market.Sources)
        {
            // Closed bars are all a source of bars shows; the one that ended last is its newest price.
            MarketSymbol? any = market.Symbols.FirstOrDefault(s => s.Source == source.Name);
            yield return new SourceState(source.Name, SourceKind.Feed, true, any is null ? null : LastOf(any), null);
        }
    }

    private DateTime? LastOf(MarketSymbol symbol)
    {
        try
        {
            return market.Quote(symbol).Time;
        }
        catch (CapabilityException none) when (none.Code == ErrorCode.DataUnavailable)
        {
            return null;
        }
    }

    private SeriesCoverage Item(StoredSeries series)
    {
        string timeframe = series.Key.Timeframe?.ToString() ?? "ticks";
        return series.Fault is null
            ? new SeriesCoverage(series.Key.Symbol, timeframe, series.Key.Source, series.From, series.To, series.Rows, series.Key.IsTicks ? null : GapPct(series), null)
            : new SeriesCoverage(series.Key.Symbol, timeframe, series.Key.Source, null, null, 0, null, series.Fault);
    }

    private double? GapPct(StoredSeries series)
    {
        if (_gaps.TryGetValue(series.Key, out (StoredSeries Of, double Pct) known) && known.Of.Rows == series.Rows && known.Of.Files.SequenceEqual(series.Files))
        {
            return known.Pct;
        }

        if (market.Stored.Bars(series.Key) is not { } bars)
        {
            return null;
        }

        IReadOnlyList<TradingSession> sessions = instruments.TryGetValue(series.Key.Symbol, out Instrument? instrument) ? MarketReader.Hours(instrument).Sessions : [];
        double pct = Math.Round(100 * BarQuality.Examine(bars.Bars, sessions).GapShare, 3);
        _gaps[series.Key] = (series, pct);
        return pct;
    }
}
