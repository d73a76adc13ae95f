using OpenTrading.Kernel.Trades;
using OpenTrading.Sdk.Market;

namespace OpenTrading.Kernel.Risk.PropFirm;

/// <summary>An account's days as its closed trades and the moves of its money tell them.</summary>
/// <param name="trades">Closed trades of the book, in any order.</param>
/// <param name="moves">What moved the balance, oldest first.</param>
/// <param name="opened">When the positions that are open were opened.</param>
/// <param name="day">When a day resets.</param>
/// <param name="initial">Initial capital.</param>
internal sealed class PropHistory(IReadOnlyList<ClosedTrade> trades, IReadOnlyList<MoneyMove> moves, IEnumerable<DateTime> opened, BrokerDay day, decimal initial)
{
    /// <summary>Days with an entry.</summary>
    public int TradingDays => trades.Select(t => t.OpenedAt).Concat(opened).Select(day.DateOf).Distinct().Count();

    /// <summary>Share of the best day in the whole profit, percent; null without a profit.</summary>
    public decimal? BestDayPct
    {
        get
        {
            decimal[] days = [.. trades.GroupBy(t => day.DateOf(t.ClosedAt)).Select(g => g.Sum(t => t.Net))];
            return days.Sum() > 0 ? Percent.Of(days.Max(), days.Sum()) : null;
        }
    }

    /// <summary>Balance at a moment.</summary>
    /// <param name="moment">UTC.</param>
    /// <param name="balance">Balance now.</param>
    public decimal BalanceAt(DateTime moment, decimal balance) => balance - moves.Where(m => m.At >= moment).Sum(m => m.Amount);

    /// <summary>Highest mark of a trailing drawdown: never below the initial capital.</summary>
    /// <param name="mode">What it is taken from.</param>
    /// <param name="dayStart">When the present day began.</param>
    /// <param name="first">Balance before the first move.</param>
    /// <param name="equity">Equity now.</param>
    public decimal HighestMark(TrailingMode mode, DateTime dayStart, decimal first, decimal equity)
    {
        (decimal balance, decimal highest) = (first, initial);
        for (int i = 0; i < moves.Count; i++)
        {
            balance += moves[i].Amount;
            bool endsDay = i + 1 == moves.Count || day.DateOf(moves[i + 1].At) > day.DateOf(moves[i].At);
            bool counts = mode == TrailingMode.IntradayEquity || (endsDay && moves[i].At < dayStart);
            highest = counts ? Math.Max(highest, balance) : highest;
        }

        return mode == TrailingMode.IntradayEquity ? Math.Max(highest, equity) : highest;
    }
}
