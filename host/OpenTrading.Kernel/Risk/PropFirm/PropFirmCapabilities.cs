using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using System.Globalization;
using OpenTrading.Kernel.Live;
using OpenTrading.Kernel.Paper;
using OpenTrading.Kernel.Risk.Limits;
using OpenTrading.Kernel.Trades;
using OpenTrading.Sdk.Capabilities;
using OpenTrading.Sdk.Trading;

namespace OpenTrading.Kernel.Risk.PropFirm;

/// <summary>An account against limits in the style of a funding firm.</summary>
/// <param name="paper">The simulated account.</param>
/// <param name="trades">Its trades.</param>
/// <param name="limits">The limits of this host.</param>
/// <param name="settings">When its day resets.</param>
/// <param name="live">Accounts at brokers; null where there can be none.</param>
/// <param name="past">Their trades; null where there can be none.</param>
public sealed class PropFirmCapabilities(PaperDesk paper, TradeBook trades, RiskLimits limits, RiskSettings settings, LiveDesks? live = null, LiveTrades? past = null)
{
    /// <summary>Status against a profile.</summary>
    [Capability("get_prop_firm_status", "risk", Effect.Read, "GET /risk/prop-firm", Errors = [ErrorCode.NotFound, ErrorCode.NotConnected])]
    [Description("The account against a funding firm's limits: configured, ftmo-2step, ftmo-1step, the5ers, trailing.")]
    public PropFirmResult GetPropFirmStatus(AccountName account = AccountName.Paper, [StringLength(32), Description("default: configured")] string? profile = null)
    {
        PropProfile limit = PropProfiles.Require(profile ?? PropProfiles.Configured, limits, settings);
        if (account == AccountName.Paper || live is null || past is null)
        {
            account.RequireConnected();
            return Answer(paper.Do(desk => PropAccount.Of(desk, paper, trades)), limit);
        }

        return Answer(live.Require(account: null).Do(desk => PropAccount.Of(desk, past.Of(desk.Account))), limit);
    }

    private static PropFirmResult Answer(PropAccount of, PropProfile profile)
    {
        AccountSnapshot account = of.Money;
        DateTime start = profile.Day.StartOfDay(of.Now);
        var history = new PropHistory(of.Trades, of.Moves, of.Opened, profile.Day, of.Initial);
        (decimal balance, decimal equity) = of.AtReset(start, history);
        var measure = new PropMeasure(profile, of.Initial, account.OwnEquity)
        {
            Reference = PropMeasure.ReferenceOf(profile.Reference, balance, equity),
            HighestMark = history.HighestMark(profile.Trailing, start, of.First, account.OwnEquity),
        };
        return new PropFirmResult
        {
            Summary = string.Create(
                CultureInfo.InvariantCulture,
                $"{profile.Name}: {(measure.IsBreached ? "breached" : measure.Headroom is { } left ? $"{left} {account.Currency} to the nearest floor" : "no limits")}; {measure.DayLossPct} % lost today, drawdown {measure.DrawdownPct} %."),
            Source = of.Stamp.Source,
            AsOf = of.Stamp.AsOf,
            Stale = of.Stamp.Stale,
            Profile = profile.Name,
            DailyLossUsedPct = measure.DayLossPct,
            DailyLossLimitPct = 100 * profile.DailyLoss,
            TotalDrawdownPct = measure.DrawdownPct,
            DrawdownLimitPct = measure.DrawdownLimitPct,
            TargetProgressPct = profile.Target is { } target ? Percent.Of(account.OwnEquity - of.Initial, target) : null,
            TradingDays = history.TradingDays,
            ConsistencyPct = history.BestDayPct,
            Breached = measure.IsBreached,
            HeadroomMoney = measure.Headroom,
            Currency = account.Currency,
        };
    }
}
