using System.ComponentModel;
using System.Globalization;
using OpenTrading.Kernel.Capabilities;
using OpenTrading.Kernel.Paper;
using OpenTrading.Kernel.Risk.Gate;
using OpenTrading.Kernel.Risk.Limits;
using OpenTrading.Kernel.Sessions;
using OpenTrading.Sdk.Capabilities;
using OpenTrading.Sdk.Market;
using OpenTrading.Sdk.Risk;
using OpenTrading.Sdk.Trading;

namespace OpenTrading.Kernel.Risk.Switches;

/// <summary>Says whether trading is possible, by asking the gate about the smallest sound entry there is.</summary>
/// <param name="paper">The account.</param>
/// <param name="kill">The emergency stop.</param>
/// <param name="limits">The limits in force.</param>
/// <param name="mode">What AI clients may do.</param>
/// <param name="session">Whether an operator is at work.</param>
public sealed class TradingStateCapabilities(PaperDesk paper, KillSwitch kill, RiskLimits limits, AccessMode mode, Func<OperatorSessionState> session)
{
    /// <summary>Whether trading is possible now.</summary>
    [Capability("get_trading_state", "risk", Effect.Read, "GET /risk/state", Errors = [ErrorCode.SymbolUnknown])]
    [Description("Whether trading is possible now: state, kill switch, daily loss, what blocks an entry.")]
    public TradingStateResult GetTradingState([Description("default: the session's")] string? symbol = null)
    {
        Instrument instrument = symbol is null ? paper.Symbol.Instrument : Named(symbol);
        return paper.Do(desk =>
        {
            GateLook look = desk.Orders.Check(EntryProbe.Of(instrument, desk.Broker.Quote(instrument.Symbol)));
            return Answer(desk, look);
        });
    }

    // That no source has a price of it now is an answer to the question, and no reason to refuse one.
    private Instrument Named(string symbol)
    {
        try
        {
            return paper.Market.Resolve(symbol).Instrument;
        }
        catch (CapabilityException e) when (e.Code == ErrorCode.DataUnavailable && paper.Do(desk => desk.Market.Instrument(symbol.Split(':')[^1].ToUpperInvariant())) is { } known)
        {
            return known;
        }
    }

    private TradingStateResult Answer(TradingDesk desk, GateLook look)
    {
        RiskContext seen = look.Context;
        Blocker[] blockers = [.. look.Verdict.Violations.Select(v => new Blocker(v.Rule, v.Message))];
        DayReference? day = seen.State.Day;
        decimal daily = day is { Amount: > 0 } ? Percent.Of(seen.Account.OwnEquity - day.Amount, day.Amount) : 0;
        decimal? mayLose = limits.Number("daily_loss_max", "frac") is { } frac && day is not null ? Math.Max(0, (100 * frac) + Math.Min(0, daily)) : null;
        return new TradingStateResult
        {
            Summary = blockers.Length == 0
                ? string.Create(CultureInfo.InvariantCulture, $"Paper trading is possible in {seen.Order.Symbol}; {daily} % today, {seen.Positions.Count} positions open. No terminal is connected.")
                : $"No entry in {seen.Order.Symbol} would pass: {string.Join("; ", blockers.Select(b => b.Message))}.",
            AsOf = paper.Market.Now,
            State = seen.State.Trading,
            CanTradePaper = blockers.Length == 0,
            CanTradeLive = false,
            Blockers = blockers,
            Mode = mode.Name,
            KillSwitch = kill.Status,
            OperatorSession = session(),
            DailyPnlPct = daily,
            DailyLossRemainingPct = mayLose,
            OpenPositions = seen.Positions.Count,
            TradesToday = desk.State.DayStart is { } start
                ? desk.Ledger.All.Count(o => o.WasSubmitted && o.Class == OrderClass.Entry && o.ProposedAt >= start)
                : 0,
            NoTrade = NoTradeConditions.Of(look),
        };
    }
}
