using System.ComponentModel;
using System.Globalization;
using OpenTrading.Kernel.MarketStore.Prices;
using OpenTrading.Sdk.Capabilities;
using OpenTrading.Sdk.Data;
using OpenTrading.Sdk.Data.Quality;
using OpenTrading.Sdk.Market;

namespace OpenTrading.Kernel.MarketStore.History;

/// <summary>How good data is.</summary>
/// <param name="market">Prices.</param>
public sealed class QualityCapabilities(MarketReader market)
{
    private const int MostListed = 20;
    private const int MostBars = 200_000;
    private const int UsableBars = 100;
    private const double UsableGapShare = 0.05;

    /// <summary>Looks for what is odd in a series.</summary>
    [Capability("get_data_quality", "market", Effect.Read, "POST /market/quality", Errors = [ErrorCode.SymbolUnknown, ErrorCode.DataUnavailable, ErrorCode.InsufficientHistory])]
    [Description("Gaps, duplicates, outliers and impossible bars; compares a second source.")]
    public QualityResult GetDataQuality(
        string symbol, Timeframe timeframe = Timeframe.H1, DateTime? from = null, DateTime? to = null, [Description("Second source")] string? against = null)
    {
        TimeSpans.Require(from, to);
        MarketSymbol resolved = market.Resolve(symbol);
        Instrument instrument = resolved.Instrument;
        BarSeries bars = market.Bars(resolved, timeframe, MostBars, from, to).Bars;
        MarketHours hours = MarketReader.Hours(instrument);
        QualityReport report = BarQuality.Examine(bars, hours.Sessions);
        DateTime asOf = BarPeriod.OfBar(timeframe, bars[bars.Count - 1].Time, market.Day).End;
        bool isUsable = report.OhlcFaults.Count == 0 && report.Duplicates.Count == 0 && report.GapShare < UsableGapShare && report.Rows >= UsableBars;
        double score = Score(report);
        return new QualityResult
        {
            Summary = string.Create(CultureInfo.InvariantCulture, $"{instrument.Symbol} {timeframe} from {resolved.Source}: {(isUsable ? "usable" : "look first")}, score {score:0.#}; {report.Rows} bars, {100 * report.GapShare:0.##} % missing, {report.Outliers.Count} outliers."),
            Source = resolved.Source,
            AsOf = asOf,
            Stale = hours.IsStale(market.Now, asOf, 2 * timeframe.Length()),
            MarketClosed = !hours.IsOpen(market.Now),
            Symbol = instrument.Symbol,
            BrokerSymbol = resolved.BrokerSymbol,
            Timeframe = timeframe,
            Score = score,
            Rows = report.Rows,
            GapPct = Math.Round(100 * report.GapShare, 3),
            GapCount = report.Gaps.Count,
            Gaps = [.. report.Gaps.OrderByDescending(g => g.Missing).Take(MostListed).OrderBy(g => g.After).Select(g => BarGap.Of(g, timeframe))],
            Duplicates = report.Duplicates.Count,
            OutlierCount = report.Outliers.Count,
            Outliers = [.. report.Outliers.OrderByDescending(o => o.Deviations).Take(MostListed).OrderBy(o => o.Time).Select(o => new OddValue(o.Time, "return_pct", Math.Round(100 * (Math.Exp(o.LogReturn) - 1), 4)))],
            OhlcFaults = report.OhlcFaults.Count,
            ZeroVolumePct = Math.Round(100 * report.ZeroVolumeShare, 2),
            FlatRuns = report.FlatRuns.Count,
            Usable = isUsable,
            Comparison = against is null ? null : Compare(resolved, bars, timeframe, against),
        };
    }

    private static double Score(QualityReport report) => Math.Round(
        Math.Max(0, 100 - (100 * report.GapShare) - report.Outliers.Count - report.FlatRuns.Count - (5 * (report.Duplicates.Count + report.OhlcFaults.Count))), 1);

    private SourceComparison Compare(MarketSymbol symbol, BarSeries bars, Timeframe timeframe, string against)
    {
        MarketSymbol other = market.Resolve($"{against}:{symbol.Instrument.Symbol}");
        if (other.Source == symbol.Source)
        {
            throw new CapabilityException(
                ErrorCode.ValidationError, $"against: {against} is the source itself", "Name another source; see get_data_coverage.", [new ErrorDetail(["against"], "Is the source itself")]);
        }

        return SourceComparison.Of(bars, market.Bars(other, timeframe, MostBars, bars[0].Time, bars[bars.Count - 1].Time.AddTicks(1)).Bars, symbol.Instrument);
    }
}
