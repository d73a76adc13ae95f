using OpenTrading.Kernel.Backtesting.Archive;
using OpenTrading.Sdk.Market;

namespace OpenTrading.Host.Running.Backtests.Capabilities;

/// <summary>A kept backtest in a list.</summary>
internal sealed record BacktestRow
{
    /// <summary>Its id.</summary>
    public required string RunId { get; init; }

    /// <summary>When it was made, UTC.</summary>
    public required DateTime Time { get; init; }

    /// <summary>Instrument, or several joined by commas.</summary>
    public required string Symbol { get; init; }

    /// <summary>Bar length.</summary>
    public required Timeframe Timeframe { get; init; }

    /// <summary>Strategy.</summary>
    public required string StrategyId { get; init; }

    /// <summary>Sharpe ratio a year; null where equity never moved.</summary>
    public double? Sharpe { get; init; }

    /// <summary>Return, percent.</summary>
    public required double ReturnPct { get; init; }

    /// <summary>Deepest fall of equity in percent of its peak.</summary>
    public required double MaxDrawdownPct { get; init; }

    /// <summary>Closed trades.</summary>
    public required int Trades { get; init; }

    /// <summary>Of the card of a run.</summary>
    public static BacktestRow Of(RunCard card) => new()
    {
        RunId = card.RunId,
        Time = card.Time,
        Symbol = string.Join(",", card.Symbols),
        Timeframe = card.Timeframe,
        StrategyId = card.StrategyId,
        Sharpe = card.Metrics.TryGetValue("sharpe", out double sharpe) ? Figures.Ratio(sharpe) : null,
        ReturnPct = Figures.Ratio(100 * card.Metrics.GetValueOrDefault("totalReturn")) ?? 0,
        MaxDrawdownPct = Figures.Ratio(card.Metrics.GetValueOrDefault("maxDrawdownPct")) ?? 0,
        Trades = (int)card.Metrics.GetValueOrDefault("closedTrades"),
    };
}
