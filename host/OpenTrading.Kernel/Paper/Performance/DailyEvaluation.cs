using OpenTrading.Kernel.Trades;
using OpenTrading.Sdk.Capabilities;

namespace OpenTrading.Kernel.Paper.Performance;

/// <summary>A day of the paper account.</summary>
public sealed record DailyEvaluation : DataResult
{
    /// <summary>The trading day.</summary>
    public required DateOnly Date { get; init; }

    /// <summary>Trades closed in it.</summary>
    public required int Trades { get; init; }

    /// <summary>Their result, costs included, account currency.</summary>
    public required decimal Pnl { get; init; }

    /// <summary>Their result in multiples of initial risk, of those whose risk is known.</summary>
    public required decimal PnlR { get; init; }

    /// <summary>Rules that refused something, most often first.</summary>
    public required IReadOnlyList<BreachCount> RuleBreaches { get; init; }

    /// <summary>The trade that brought most; null of none.</summary>
    public TradeMark? Best { get; init; }

    /// <summary>The trade that brought least; null of none.</summary>
    public TradeMark? Worst { get; init; }

    /// <summary>Every trade against its plan, oldest first.</summary>
    public required IReadOnlyList<PlanComparison> VsPlan { get; init; }

    /// <summary>Loss now when all stops are hit, percent of the smaller of balance and equity.</summary>
    public required decimal OpenRiskPct { get; init; }

    /// <summary>What to do about it, in sentences; none when all is well.</summary>
    public required IReadOnlyList<string> Actions { get; init; }

    /// <summary>Currency of the money.</summary>
    public required string Currency { get; init; }
}

/// <summary>How often a rule refused.</summary>
/// <param name="Rule">Rule id.</param>
/// <param name="N">Orders it refused.</param>
/// <param name="Last">What it said last.</param>
public sealed record BreachCount(string Rule, int N, string Last);

/// <summary>A trade that stands out.</summary>
/// <param name="TradeId">Its id.</param>
/// <param name="Symbol">Instrument.</param>
/// <param name="Pnl">Its result, account currency.</param>
/// <param name="R">That in multiples of initial risk; null where that is not known.</param>
public sealed record TradeMark(string TradeId, string Symbol, decimal Pnl, decimal? R)
{
    internal static TradeMark Of(ClosedTrade trade) => new(trade.TradeId, trade.Symbol, trade.Net, trade.R);
}

/// <summary>A trade against its plan.</summary>
/// <param name="TradeId">Its id.</param>
/// <param name="PlannedR">Distance to the target in multiples of that to the stop; null without both.</param>
/// <param name="R">What it brought, likewise; null where the risk is not known.</param>
/// <param name="ExitReason">What ended it.</param>
/// <param name="AsPlanned">Whether it ended at its stop or target.</param>
public sealed record PlanComparison(string TradeId, decimal? PlannedR, decimal? R, string ExitReason, bool AsPlanned)
{
    internal static PlanComparison Of(ClosedTrade trade) => new(
        trade.TradeId,
        trade is { StopLoss: { } stop, Plan.TakeProfit: { } target } && stop != trade.Entry ? Math.Round(Math.Abs(target - trade.Entry) / Math.Abs(trade.Entry - stop), 2) : null,
        trade.R,
        trade.ExitReason,
        trade.ExitReason is "sl" or "tp");
}
