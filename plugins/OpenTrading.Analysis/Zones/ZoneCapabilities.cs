using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using OpenTrading.Sdk.Analysis;
using OpenTrading.Sdk.Capabilities;
using OpenTrading.Sdk.Data;
using OpenTrading.Sdk.Market;

namespace OpenTrading.Analysis.Zones;

/// <summary>Imbalance zones.</summary>
/// <param name="history">Bars and indicators.</param>
internal sealed class ZoneCapabilities(BarHistory history)
{
    private const int Most = 40;

    /// <summary>Gaps, order blocks, supply and demand.</summary>
    [Capability("get_imbalance_zones", "analysis", Effect.Read, "POST /analysis/zones", Errors = [ErrorCode.SymbolUnknown, ErrorCode.DataUnavailable, ErrorCode.InsufficientHistory])]
    [Description("Fair value gaps, order blocks, supply and demand zones not wholly filled, newest first.")]
    public ZonesResult GetImbalanceZones(
        string symbol,
        Timeframe timeframe = Timeframe.H1,
        [Range(Lookback.Least, Lookback.Most)] int bars = 500,
        [StringLength(10), DefaultValue(new[] { ZoneKind.FairValueGap, ZoneKind.OrderBlock, ZoneKind.SupplyDemand })] string[]? kinds = null)
    {
        IReadOnlyList<string> wanted = Choices.Require(nameof(kinds), kinds, ZoneKind.All);
        var asked = new Lookback(history, symbol, timeframe, bars, Lookback.Least, "get_imbalance_zones");
        double[] range = asked.Compute("atr(14)")[0];
        var scan = new ZoneScan(asked.Bars, range);
        PriceZone[] open =
        [
            .. wanted.SelectMany(scan.Of).Where(z => z.Bar >= asked.First && z.Top > z.Bottom)
                .Select(z => Shown(asked, z, range[^1])).Where(z => z.FilledPct < 100).OrderByDescending(z => z.CreatedAt),
        ];
        return new ZonesResult
        {
            Summary = $"{asked.Name}: {open.Length} zones in {asked.Count} bars not wholly filled, {open.Count(z => z.Direction == Direction.Up)} of a rise, {open.Count(z => z.Direction == Direction.Down)} of a fall.",
            Source = asked.Read.Symbol.Source,
            AsOf = asked.Stamp.AsOf,
            Stale = asked.Stamp.Stale,
            MarketClosed = asked.Stamp.MarketClosed,
            Symbol = asked.Instrument.Symbol,
            BrokerSymbol = asked.Read.Symbol.BrokerSymbol,
            Timeframe = timeframe,
            Zones = [.. open.Take(Most)],
            Total = open.Length,
            Truncated = open.Length > Most,
        };
    }

    private static PriceZone Shown(Lookback asked, Zone zone, double range)
    {
        double filled = zone.Filled(asked.Bars);
        double age = (double)(asked.Bars.Count - 1 - zone.Bar) / asked.Count;
        double score = (60 * (1 - filled)) + (20 * Math.Clamp((zone.Top - zone.Bottom) / range, 0, 1)) + (20 * (1 - age));
        return new PriceZone(
            zone.Kind, zone.Direction, asked.Price(zone.Top), asked.Price(zone.Bottom), asked.TimeOf(zone.Bar), Math.Round(100 * filled, 1), Math.Round(score, 1));
    }
}
