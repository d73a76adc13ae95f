using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using System.Globalization;
using OpenTrading.Sdk.Capabilities;

namespace OpenTrading.Kernel.Risk.Exposure;

/// <summary>Where a way of betting leads to.</summary>
public sealed class RuinCapabilities
{
    /// <summary>Odds of ruin.</summary>
    [Capability("calculate_risk_of_ruin", "risk", Effect.Read, "POST /risk/ruin")]
    [Description("Odds of ruin, Kelly share, drawdown and losing streak of a win rate, payoff and risk.")]
#pragma warning disable CA1822 // Capabilities are methods of an object; this one needs nothing of it.
    public RuinResult CalculateRiskOfRuin(
#pragma warning restore CA1822
        [Range(0, 100), Description("% of trades that win")] double winPct,
        [Range(0.01, 100), Description("win in multiples of the risk")] double rewardRisk,
        [Range(0.01, 99), Description("% of equity a trade")] double riskPct,
        [Range(1, 99), Description("% lost that is ruin")] double ruinPct = 50,
        [Range(1, 5000)] int trades = 500)
    {
        var odds = new RuinOdds(winPct / 100, rewardRisk, riskPct / 100);
        double ruin = odds.Ruin(1 - (ruinPct / 100), trades);
        return new RuinResult
        {
            Summary = string.Create(CultureInfo.InvariantCulture, $"{ruin:P2} of sequences of {trades} trades lose {ruinPct} %; expectancy {odds.Expectancy:0.###} R, Kelly {100 * odds.Kelly:0.##} %."),
            RuinProbability = Math.Round(ruin, 8),
            KellyPct = Math.Round(100 * odds.Kelly, 6),
            ExpectancyR = Math.Round(odds.Expectancy, 8),
            DrawdownP50Pct = Math.Round(100 * odds.MedianDrawdown(trades), 4),
            LosingStreakP95 = odds.LosingStreak(trades, 0.95),
        };
    }
}
