using OpenTrading.Kernel.Trades;
using OpenTrading.Sdk.Market;

namespace OpenTrading.Kernel.Risk.PropFirm;

/// <summary>An account's days as its closed trades tell them.</summary>
/// <param name="trades">Closed trades of the book, in any order.</param>
/// <param name="opened">When the positions that are open were opened.</param>
/// <param name="day">When a day resets.</param>
/// <param name="initial">Initial capital.</param>
internal sealed class PropHistory(IReadOnlyList<ClosedTrade> trades, IEnumerable<DateTime> opened, BrokerDay day, decimal initial)
{
    private readonly ClosedTrade[] _trades = [.. trades.OrderBy(t => t.ClosedAt)];

    /// <summary>Days with an entry.</summary>
    public int TradingDays => _trades.Select(t => t.OpenedAt).Concat(opened).Select(day.DateOf).Distinct().Count();

    /// <summary>Share of the best day in the whole profit, percent; null without a profit.</summary>
    public decimal? BestDayPct
    {
        get
        {
            decimal[] days = [.. _trades.GroupBy(t => day.DateOf(t.ClosedAt)).Select(g => g.Sum(t => t.Net))];
            return days.Sum() > 0 ? Percent.Of(days.Max(), days.Sum()) : null;
        }
    }

    /// <summary>Balance at a moment.</summary>
    /// <param name="moment">UTC.</param>
    /// <param name="balance">Balance now.</param>
    public decimal BalanceAt(DateTime moment, decimal balance) => balance - _trades.Where(t => t.ClosedAt >= moment).Sum(t => t.Net);

    /// <summary>Highest mark of a trailing drawdown: never below the initial capital.</summary>
    /// <param name="mode">What it is taken from.</param>
    /// <param name="dayStart">When the present day began.</param>
    /// <param name="equity">Equity now.</param>
    public decimal HighestMark(TrailingMode mode, DateTime dayStart, decimal equity)
    {
        (decimal balance, decimal highest) = (initial, initial);
        for (int i = 0; i < _trades.Length; i++)
        {
            balance += _trades[i].Net;
            bool endsDay = i + 1 == _trades.Length || day.DateOf(_trades[i + 1].ClosedAt) > day.DateOf(_trades[i].ClosedAt);
            bool counts = mode == TrailingMode.IntradayEquity || (endsDay && _trades[i].ClosedAt < dayStart);
            highest = counts ? Math.Max(highest, balance) : highest;
        }

        return mode == TrailingMode.IntradayEquity ? Math.Max(highest, equity) : highest;
    }
}
