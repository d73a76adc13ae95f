using System.ComponentModel;
using System.Text.Json;
using OpenTrading.Kernel.Backtesting.Archive;
using OpenTrading.Kernel.Backtesting.Metrics;
using OpenTrading.Kernel.Backtesting.Reports.Comparison;
using OpenTrading.Kernel.Backtesting.Robustness.Significance;
using OpenTrading.Sdk.Capabilities;

namespace OpenTrading.Host.Running.Backtests.Capabilities;

/// <summary>Holds kept backtests against each other.</summary>
internal sealed class CompareCapabilities(RunKeeper keeper)
{
    // All seventy of ten runs would cost their reader more than they tell.
    private static readonly HashSet<string> Headline =
    [
        "netProfit", "totalReturn", "cagr", "sharpe", "sortino", "maxDrawdownPct", "calmar", "closedTrades", "winRate", "profitFactor", "expectancy", "averageR", "sqn", "exposure",
    ];

    /// <summary>Compares runs.</summary>
    [Capability("compare_backtests", "backtest", Effect.Read, "POST /backtest/compare", Errors = [ErrorCode.NotFound])]
    [Description("Kept backtests side by side: metrics, what differs, and of two whether by more than chance.")]
    public CompareResult CompareBacktests([Description("2 to 10")] string[] runIds)
    {
        if (runIds.Length is < 2 or > ComparedRuns.Most || runIds.Distinct(StringComparer.Ordinal).Count() != runIds.Length)
        {
            throw Argument.Refuse("runIds", $"name 2 to {ComparedRuns.Most} different runs");
        }

        RunCard[] cards = [.. runIds.Select(keeper.Card)];
        var runs = new List<ComparedRun>();
        var days = new List<double[]>();
        foreach (RunCard card in cards)
        {
            using JsonDocument report = keeper.Report(card.RunId);
            runs.Add(ComparedRun.Read(card.RunId, report.RootElement));
            days.Add([.. report.RootElement.GetProperty("dailyReturns").EnumerateArray().Select(d => d.GetProperty("return").GetDouble())]);
        }

        var compared = new ComparedRuns(runs);
        Metric[] metrics = [.. MetricCatalog.All.Where(m => Headline.Contains(m.Key))];
        bool comparable = cards.All(c => c.DataHash == cards[0].DataHash && c.Currency == cards[0].Currency) && runs.All(r => r.InitialCash == runs[0].InitialCash);
        double? chance = comparable && days is [{ } first, { } second] && first.Length == second.Length ? Figures.Ratio(SharpeDifference.PValue(first, second)) : null;
        Dictionary<string, string> best = metrics.Select(m => (m.Key, Best: compared.Best(m))).Where(b => b.Best.Count == 1).ToDictionary(b => b.Key, b => b.Best[0].Name);
        return new CompareResult
        {
            Summary = FormattableString.Invariant(
                $"{runIds.Length} backtests{(comparable ? "" : ", not on the same prices or capital")}; {(best.TryGetValue("sharpe", out string? winner) ? $"best Sharpe {winner}" : "none has the best Sharpe")}{(chance is { } p ? $", difference by chance with probability {p:0.###}" : "")}."),
            AsOf = keeper.Now,
            Rows = [.. runs.Select(r => new ComparedRow(r.Name, metrics.Where(m => double.IsFinite(r.Metrics[m.Key])).ToDictionary(m => m.Key, m => r.Metrics[m.Key])))],
            Best = best,
            Comparable = comparable,
            Differences = [.. compared.Differences().Select(d => new ComparedSetting(d.Name, runs.Zip(d.Values).ToDictionary(v => v.First.Name, v => v.Second)))],
            PValue = chance,
        };
    }
}
