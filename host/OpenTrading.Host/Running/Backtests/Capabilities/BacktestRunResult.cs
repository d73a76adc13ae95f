using OpenTrading.Kernel.Backtesting.Archive;
using OpenTrading.Kernel.Backtesting.Breakdowns;
using OpenTrading.Sdk.Capabilities;
using OpenTrading.Sdk.Data;
using OpenTrading.Sdk.Market;

namespace OpenTrading.Host.Running.Backtests.Capabilities;

/// <summary>What a backtest came to.</summary>
internal sealed record BacktestRunResult : DataResult
{
    /// <summary>Instrument, or several joined by commas.</summary>
    public required string Symbol { get; init; }

    /// <summary>Bar length.</summary>
    public required Timeframe Timeframe { get; init; }

    /// <summary>Whether the market is closed now.</summary>
    public bool? MarketClosed { get; init; }

    /// <summary>Id under which it is kept.</summary>
    public required string RunId { get; init; }

    /// <summary>Closed trades.</summary>
    public required int Trades { get; init; }

    /// <summary>Change of equity, account currency.</summary>
    public required double NetProfit { get; init; }

    /// <summary>The same in percent of the capital.</summary>
    public required double ReturnPct { get; init; }

    /// <summary>Growth a year, percent; null where the run is too short.</summary>
    public double? CagrPct { get; init; }

    /// <summary>Sharpe ratio a year; null where equity never moved.</summary>
    public double? Sharpe { get; init; }

    /// <summary>Sortino ratio a year; null without a loss.</summary>
    public double? Sortino { get; init; }

    /// <summary>Deepest fall of equity in percent of its peak.</summary>
    public required double MaxDrawdownPct { get; init; }

    /// <summary>Sum of wins over sum of losses; null without a loss.</summary>
    public double? ProfitFactor { get; init; }

    /// <summary>Winners, percent; null without trades.</summary>
    public double? WinPct { get; init; }

    /// <summary>Mean multiple of the initial risk; null where no trade had a stop.</summary>
    public double? ExpectancyR { get; init; }

    /// <summary>Bars with an open position, percent.</summary>
    public required double ExposurePct { get; init; }

    /// <summary>What trading cost.</summary>
    public required RunCosts Costs { get; init; }

    /// <summary>What holding would have brought, percent.</summary>
    public required double BenchmarkPct { get; init; }

    /// <summary>By instrument; null for one alone.</summary>
    public IReadOnlyList<SymbolResult>? BySymbol { get; init; }

    /// <summary>What to distrust.</summary>
    public required IReadOnlyList<string> Warnings { get; init; }

    /// <summary>Fingerprint of the prices.</summary>
    public required string DataHash { get; init; }

    /// <summary>Seed of everything random.</summary>
    public required long Seed { get; init; }

    /// <summary>Currency of the account.</summary>
    public required string Currency { get; init; }

    /// <summary>Of the card of a run.</summary>
    public static BacktestRunResult Of(RunCard card, DataStamp stamp)
    {
        double? Figure(string key, double factor = 1) => card.Metrics.TryGetValue(key, out double value) ? Figures.Ratio(factor * value) : null;
        double Money(string key) => card.Metrics.TryGetValue(key, out double value) ? value : 0;
        string symbol = string.Join(",", card.Symbols);
        return new BacktestRunResult
        {
            Summary = FormattableString.Invariant(
                $"{card.StrategyId} on {symbol} {card.Timeframe}, {card.From:yyyy-MM-dd} to {card.To:yyyy-MM-dd}: {Figures.Words(Money("netProfit"))} {card.Currency} in {Money("closedTrades"):0} trades, drawdown {Money("maxDrawdownPct"):0.##} %.{(card.Warnings.Count > 0 ? $" {card.Warnings.Count} warnings." : "")}"),
            Source = card.Source,
            AsOf = stamp.AsOf,
            Stale = stamp.Stale,
            MarketClosed = stamp.MarketClosed,
            Symbol = symbol,
            Timeframe = card.Timeframe,
            RunId = card.RunId,
            Trades = (int)Money("closedTrades"),
            NetProfit = Money("netProfit"),
            ReturnPct = Figure("totalReturn", 100) ?? 0,
            CagrPct = Figure("cagr", 100),
            Sharpe = Figure("sharpe"),
            Sortino = Figure("sortino"),
            MaxDrawdownPct = Figure("maxDrawdownPct") ?? 0,
            ProfitFactor = Figure("profitFactor"),
            WinPct = Figure("winRate", 100),
            ExpectancyR = Figure("averageR"),
            ExposurePct = Figure("exposure", 100) ?? 0,
            Costs = new RunCosts(Money("costSpread"), Money("costSlippage"), Money("costCommission"), Money("costSwap")),
            BenchmarkPct = card.BenchmarkPct,
            BySymbol = card.BySymbol,
            Warnings = card.Warnings,
            DataHash = card.DataHash,
            Seed = BacktestRoom.Kept(card.Request).Terms.Seed,
            Currency = card.Currency,
        };
    }
}
