using OpenTrading.Kernel.Live;
using OpenTrading.Kernel.Paper;
using OpenTrading.Kernel.Risk.Exposure;
using OpenTrading.Kernel.Sessions;
using OpenTrading.Kernel.Trades;
using OpenTrading.Sdk.Capabilities;
using OpenTrading.Sdk.Risk;
using OpenTrading.Sdk.Trading;

namespace OpenTrading.Kernel.Risk.PropFirm;

/// <summary>What limits in the style of a funding firm are held against: an account with its past.</summary>
internal sealed record PropAccount
{
    private PropAccount(AccountSnapshot money, AccountState state) =>
        (Money, Initial, DayStart, Day) = (money, state.InitialCapital > 0 ? state.InitialCapital : money.OwnEquity, state.DayStart, state.Day);

    /// <summary>Its money.</summary>
    public AccountSnapshot Money { get; }

    /// <summary>Initial capital.</summary>
    public decimal Initial { get; }

    /// <summary>When the day began whose reference the host took; null before the first.</summary>
    public DateTime? DayStart { get; }

    /// <summary>That reference.</summary>
    public DayReference? Day { get; }

    /// <summary>Where its figures come from.</summary>
    public required PriceStamp Stamp { get; init; }

    /// <summary>Its time.</summary>
    public required DateTime Now { get; init; }

    /// <summary>When the positions that are open were opened.</summary>
    public required IReadOnlyList<DateTime> Opened { get; init; }

    /// <summary>Its closed trades.</summary>
    public required IReadOnlyList<ClosedTrade> Trades { get; init; }

    /// <summary>What moved its balance, oldest first.</summary>
    public required IReadOnlyList<MoneyMove> Moves { get; init; }

    /// <summary>Balance before the first of them.</summary>
    public required decimal First { get; init; }

    /// <summary>From when on all of them are known.</summary>
    public DateTime Since { get; init; } = DateTime.MinValue;

    /// <summary>The simulated account: what its trades brought is all that moves it.</summary>
    public static PropAccount Of(TradingDesk desk, PaperDesk paper, TradeBook trades)
    {
        ClosedTrade[] closed = [.. trades.Newest.OrderBy(t => t.ClosedAt)];
        return new PropAccount(desk.Broker.Snapshot().Account, desk.State)
        {
            Stamp = paper.Stamp(),
            Now = paper.Market.Now,
            Opened = [.. desk.Broker.Positions.Select(p => p.OpenedAt)],
            Trades = closed,
            Moves = [.. closed.Select(t => new MoneyMove(t.ClosedAt, t.Net))],
            First = desk.State.InitialCapital > 0 ? desk.State.InitialCapital : desk.Broker.Snapshot().Account.OwnEquity,
        };
    }

    /// <summary>An account at a broker, as far back as the host has known it.</summary>
    public static PropAccount Of(LiveDesk desk, AccountTrades past)
    {
        DateTime now = desk.Setup.Wall.GetUtcNow().UtcDateTime;
        desk.Orders!.Advance(now);
        var view = AccountView.Of(desk);
        IReadOnlyList<MoneyMove> moves = past.Moves;
        return new PropAccount(view.Snapshot.Account, desk.State)
        {
            Stamp = AccountView.StampOf(desk),
            Now = now,
            Opened = [.. view.Snapshot.Positions.Select(p => p.OpenedAt)],
            Trades = [.. past.Trades.Newest.OrderBy(t => t.ClosedAt)],
            Moves = moves,
            First = view.Snapshot.Account.Balance - moves.Sum(m => m.Amount),
            Since = past.Since ?? now,
        };
    }

    /// <summary>Balance and equity at a reset: as the host took them, where it did; else the balance alone can be told afterwards, and stands for both.</summary>
    /// <param name="start">UTC instant of the reset.</param>
    /// <param name="history">Its days.</param>
    /// <exception cref="CapabilityException">DATA_UNAVAILABLE: it lies before all that is known.</exception>
    public (decimal Balance, decimal Equity) AtReset(DateTime start, PropHistory history)
    {
        if (DayStart == start && Day is { } day)
        {
            return (day.Balance, day.Equity);
        }

        if (start < Since)
        {
            throw new CapabilityException(
                ErrorCode.DataUnavailable,
                FormattableString.Invariant($"The balance at the day's reset, {start:yyyy-MM-dd HH:mm} UTC, is not known: the host knows the account since {Since:yyyy-MM-dd HH:mm} UTC"),
                "Ask for profile=configured, whose day the host has taken, or ask again after the next reset.");
        }

        decimal balance = history.BalanceAt(start, Money.Balance);
        return (balance, balance);
    }
}
