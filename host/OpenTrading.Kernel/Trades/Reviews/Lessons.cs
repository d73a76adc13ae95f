using System.Globalization;

namespace OpenTrading.Kernel.Trades.Reviews;

/// <summary>Says what the figures of a trade say, and nothing that they do not.</summary>
internal static class Lessons
{
    private const decimal NearlyStopped = -0.9m;
    private const decimal NeverAhead = 0.3m;
    private const decimal DearR = -0.2m;

    public static IReadOnlyList<string> Of(ClosedTrade trade, decimal? mae, decimal? mfe, decimal? efficiency, decimal? slippagePoints)
    {
        var lessons = new List<string>();
        if (trade.Risk is not > 0)
        {
            lessons.Add("It was opened without a stop, so nobody knows what it risked.");
        }

        if (mfe >= 1 && trade.R <= 0)
        {
            lessons.Add(Say($"It was {mfe:0.0} R ahead and ended at {trade.R:0.0} R: a part of an open gain was left unprotected."));
        }
        else if (mfe >= 1 && efficiency is >= 0 and < 50)
        {
            lessons.Add(Say($"The exit kept {efficiency:0} % of the best price, which was {mfe:0.0} R ahead."));
        }

        if (mae <= NearlyStopped && trade.R > 0)
        {
            lessons.Add(Say($"It went {-mae:0.0} R against the plan before it gained: the entry was early, or the stop was lucky."));
        }

        if (mfe < NeverAhead && trade.R < 0)
        {
            lessons.Add(Say($"It was never more than {mfe:0.0} R ahead: the market did not follow the idea."));
        }

        if (slippagePoints > 0)
        {
            lessons.Add(Say($"The entry was {slippagePoints:0.#} points worse than the price it was decided on."));
        }

        if (trade.Risk > 0 && trade.Costs / trade.Risk <= DearR)
        {
            lessons.Add(Say($"Costs took {-trade.Costs / trade.Risk:0.00} R."));
        }

        if (trade.Breaches.Count > 0)
        {
            lessons.Add(Say($"The gate refused {trade.Breaches.Count} changes to it: {string.Join(", ", trade.Breaches.Select(b => b.Rule).Distinct())}."));
        }

        return lessons;
    }

    private static string Say(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
