using System.Globalization;
using OpenTrading.Kernel.Risk.Exposure;
using OpenTrading.Kernel.Trades;

namespace OpenTrading.Kernel.Paper.Performance;

/// <summary>What a day suggests to do, said where a figure says it.</summary>
internal static class DayActions
{
    private const int ManyLosses = 3;
    private const decimal MuchRiskPct = 5;

    /// <summary>The sentences.</summary>
    /// <param name="closed">Trades of the day, oldest first.</param>
    /// <param name="breaches">Rules that refused.</param>
    /// <param name="open">Open risk now.</param>
    /// <param name="lossLimitPct">Largest loss of a day, percent; null without a limit.</param>
    /// <param name="pnlPct">Result of the day in percent of its reference; null where that is not known.</param>
    public static IEnumerable<string> Of(IReadOnlyList<ClosedTrade> closed, IReadOnlyList<BreachCount> breaches, OpenRisk open, decimal? lossLimitPct, decimal? pnlPct)
    {
        if (open.Unprotected > 0)
        {
            yield return $"Set stops: {open.Unprotected} open position(s) have none.";
        }

        if (open.Pct > MuchRiskPct)
        {
            yield return string.Create(CultureInfo.InvariantCulture, $"Reduce open risk: {open.Pct} % of the account is lost when all stops are hit.");
        }

        if (pnlPct < 0 && lossLimitPct is { } limit && -pnlPct > limit / 2)
        {
            yield return string.Create(CultureInfo.InvariantCulture, $"Stop for today: {-pnlPct} % is lost, and {limit} % is the limit.");
        }

        int losses = closed.Reverse().TakeWhile(t => t.Net < 0).Count();
        if (losses >= ManyLosses)
        {
            yield return $"Pause: the last {losses} trades lost.";
        }

        foreach (BreachCount breach in breaches.Where(b => b.N >= ManyLosses))
        {
            yield return $"Stop proposing what {breach.Rule} refuses: {breach.N} orders were refused by it.";
        }

        if (closed.Where(t => t.StopLoss is null).ToArray() is { Length: > 0 } naked)
        {
            yield return $"Trade with a stop: {naked.Length} trade(s) had none, so their R is not known.";
        }

        if (closed.Count > 0 && closed.Count(t => t.R < -1.1m) is > 0 and int overrun)
        {
            yield return $"Look at slippage and gaps: {overrun} trade(s) lost more than was risked.";
        }
    }
}
