using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using System.Globalization;
using OpenTrading.Kernel.Paper;
using OpenTrading.Kernel.Risk.Limits;
using OpenTrading.Kernel.Sessions;
using OpenTrading.Kernel.Trades;
using OpenTrading.Sdk.Capabilities;
using OpenTrading.Sdk.Trading;

namespace OpenTrading.Kernel.Risk.PropFirm;

/// <summary>The account against limits in the style of a funding firm.</summary>
/// <param name="paper">The account.</param>
/// <param name="trades">Its trades.</param>
/// <param name="limits">The limits of this host.</param>
/// <param name="settings">When its day resets.</param>
public sealed class PropFirmCapabilities(PaperDesk paper, TradeBook trades, RiskLimits limits, RiskSettings settings)
{
    /// <summary>Status against a profile.</summary>
    [Capability("get_prop_firm_status", "risk", Effect.Read, "GET /risk/prop-firm", Errors = [ErrorCode.NotFound, ErrorCode.NotConnected])]
    [Description("The account against a funding firm's limits: configured, ftmo-2step, ftmo-1step, the5ers, trailing.")]
    public PropFirmResult GetPropFirmStatus(AccountName account = AccountName.Paper, [StringLength(32), Description("default: configured")] string? profile = null)
    {
        account.RequireConnected();
        PropProfile limit = PropProfiles.Require(profile ?? PropProfiles.Configured, limits, settings);
        return paper.Do(desk => Answer(desk, limit));
    }

    private PropFirmResult Answer(TradingDesk desk, PropProfile profile)
    {
        AccountSnapshot account = desk.Broker.Snapshot().Account;
        decimal initial = desk.State.InitialCapital > 0 ? desk.State.InitialCapital : account.OwnEquity;
        DateTime start = profile.Day.StartOfDay(paper.Market.Now);
        var history = new PropHistory(trades.Newest, desk.Broker.Positions.Select(p => p.OpenedAt), profile.Day, initial);
        (decimal balance, decimal equity) = AtReset(desk, start, history, account);
        var measure = new PropMeasure(profile, initial, account.OwnEquity)
        {
            Reference = PropMeasure.ReferenceOf(profile.Reference, balance, equity),
            HighestMark = history.HighestMark(profile.Trailing, start, account.OwnEquity),
        };
        PriceStamp stamp = paper.Stamp();
        return new PropFirmResult
        {
            Summary = string.Create(
                CultureInfo.InvariantCulture,
                $"{profile.Name}: {(measure.IsBreached ? "breached" : measure.Headroom is { } left ? $"{left} {account.Currency} to the nearest floor" : "no limits")}; {measure.DayLossPct} % lost today, drawdown {measure.DrawdownPct} %."),
            Source = stamp.Source,
            AsOf = stamp.AsOf,
            Stale = stamp.Stale,
            Profile = profile.Name,
            DailyLossUsedPct = measure.DayLossPct,
            DailyLossLimitPct = 100 * profile.DailyLoss,
            TotalDrawdownPct = measure.DrawdownPct,
            DrawdownLimitPct = measure.DrawdownLimitPct,
            TargetProgressPct = profile.Target is { } target ? Percent.Of(account.OwnEquity - initial, target) : null,
            TradingDays = history.TradingDays,
            ConsistencyPct = history.BestDayPct,
            Breached = measure.IsBreached,
            HeadroomMoney = measure.Headroom,
            Currency = account.Currency,
        };
    }

    // The host takes equity down at its own reset alone; at that of a firm's day only the balance can be told afterwards.
    private static (decimal Balance, decimal Equity) AtReset(TradingDesk desk, DateTime start, PropHistory history, AccountSnapshot account)
    {
        decimal balance = history.BalanceAt(start, account.Balance);
        return desk.State.DayStart == start && desk.State.Day is { } day ? (day.Balance, day.Equity) : (balance, balance);
    }
}
