using OpenTrading.Simulation.Fills;

namespace OpenTrading.Kernel.Backtesting.Breakdowns;

/// <summary>Trades won or lost in a row. One of exactly nothing ends both.</summary>
/// <param name="MaxWins">Most winners in a row.</param>
/// <param name="MaxLosses">Most losers in a row.</param>
/// <param name="Current">Winners at the end of the run, or losers as a negative number.</param>
/// <threadsafety>Immutable.</threadsafety>
public sealed record Streaks(int MaxWins, int MaxLosses, int Current)
{
    /// <summary>Counts them, in the order of closing.</summary>
    public static Streaks Of(IReadOnlyList<SimulatedTrade> trades)
    {
        (int wins, int losses, int current) = (0, 0, 0);
        foreach (SimulatedTrade trade in trades)
        {
            current = trade.Net switch
            {
                > 0 => Math.Max(0, current) + 1,
                < 0 => Math.Min(0, current) - 1,
                _ => 0,
            };
            (wins, losses) = (Math.Max(wins, current), Math.Max(losses, -current));
        }

        return new Streaks(wins, losses, current);
    }
}
