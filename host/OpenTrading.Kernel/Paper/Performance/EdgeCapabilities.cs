using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using System.Globalization;
using OpenTrading.Kernel.Trades;
using OpenTrading.Sdk.Capabilities;
using OpenTrading.Sdk.Statistics;

namespace OpenTrading.Kernel.Paper.Performance;

/// <summary>Whether the paper account earns by more than chance.</summary>
/// <param name="paper">The account.</param>
/// <param name="trades">Its trades.</param>
/// <param name="backtested">Results of a strategy's newest backtest in multiples of initial risk; null where there is none.</param>
public sealed class EdgeCapabilities(PaperDesk paper, TradeBook trades, Func<string, IReadOnlyList<double>?> backtested)
{
    private const string Manual = "manual";

    /// <summary>The edge of the paper trades.</summary>
    [Capability("paper_edge_report", "paper", Effect.Read, "GET /paper/edge")]
    [Description("Whether closed paper trades show an edge: R with 95 % interval.")]
    public EdgeResult PaperEdgeReport([StringLength(64), Description("of this strategy")] string? strategyId = null, [Range(1, 3650), Description("how far back")] int days = 90)
    {
        DateTime since = paper.Market.Now.AddDays(-days);
        ClosedTrade[] closed = [.. trades.Newest.Where(t => t.ClosedAt >= since && (strategyId is null || (t.StrategyId ?? Manual) == strategyId))];
        ClosedTrade[] known = [.. closed.Where(t => t.R is not null)];
        double[] results = [.. known.Select(t => (double)t.R!.Value)];
        EdgeInterval? interval = EdgeStatistics.Interval(results);
        bool isProven = results.Length >= EdgeStatistics.Enough && interval!.Low > 0;
        PerformanceGroup total = PerformanceGroup.Of("total", closed);
        (PriceStamp stamp, string currency) = paper.Do(desk => (paper.Stamp(), desk.Broker.Snapshot().Account.Currency));
        return new EdgeResult
        {
            Summary = closed.Length == 0 ? $"No paper trade was closed in the last {days} days."
                : string.Create(
                    CultureInfo.InvariantCulture,
                    $"{closed.Length} trades, {total.WinPct:0.#} % won{(interval is null ? "" : $", {total.AvgR} R on average, 95 % within {interval.Low} to {interval.High}")}: {(isProven ? "an edge" : results.Length < EdgeStatistics.Enough ? $"too few to conclude anything; {EdgeStatistics.Enough} are needed" : "no edge beyond chance")}."),
            Source = stamp.Source,
            AsOf = stamp.AsOf,
            Stale = stamp.Stale,
            N = closed.Length,
            WinPct = total.WinPct,
            AvgR = total.AvgR,
            ExpectancyR = known.Length == 0 ? null : Math.Round(known.Sum(t => t.Net) / known.Sum(t => t.Risk!.Value), 4),
            Ci95R = interval,
            ProfitFactor = total.ProfitFactor,
            BySymbol = Groups(closed, t => t.Symbol),
            ByStrategy = Groups(closed, t => t.StrategyId ?? Manual),
            VsBacktest = Compare(closed, results),
            EdgeProven = isProven,
            Currency = currency,
        };
    }

    private static PerformanceGroup[] Groups(ClosedTrade[] closed, Func<ClosedTrade, string> key) =>
        [.. closed.GroupBy(key).Select(g => PerformanceGroup.Of(g.Key, [.. g])).OrderByDescending(g => g.N).ThenBy(g => g.Key, StringComparer.Ordinal)];

    // Strategies are not mixed: what was expected of one says nothing of another.
    private EdgeComparison? Compare(ClosedTrade[] closed, double[] results)
    {
        string[] strategies = [.. closed.Select(t => t.StrategyId ?? Manual).Distinct()];
        return results.Length > 0 && strategies is [{ } only] && backtested(only) is { Count: > 0 } expected
            ? new EdgeComparison(Math.Round(Moments.Mean(results) - expected.Average(), 4), EdgeStatistics.PermutationPValue(results, [.. expected]))
            : null;
    }
}
