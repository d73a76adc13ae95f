using System.Text.Json;
using OpenTrading.Kernel.Backtesting.Archive;
using OpenTrading.Kernel.Backtesting.Breakdowns;
using OpenTrading.Sdk.Capabilities;
using OpenTrading.Sdk.Market;

namespace OpenTrading.Host.Running.Backtests.Capabilities;

/// <summary>A kept backtest in full, its trades and equity left out.</summary>
internal sealed record BacktestReportResult : RecordResult
{
    /// <summary>When it was made, UTC.</summary>
    public required DateTime Time { get; init; }

    /// <summary>Where the prices came from.</summary>
    public required string Source { get; init; }

    /// <summary>Instrument, or several joined by commas.</summary>
    public required string Symbol { get; init; }

    /// <summary>Bar length.</summary>
    public required Timeframe Timeframe { get; init; }

    /// <summary>Strategy.</summary>
    public required string StrategyId { get; init; }

    /// <summary>First bar, UTC.</summary>
    public required DateTime From { get; init; }

    /// <summary>Close of the last bar, UTC.</summary>
    public required DateTime To { get; init; }

    /// <summary>Bars of all instruments.</summary>
    public required long Bars { get; init; }

    /// <summary>Currency of the account.</summary>
    public required string Currency { get; init; }

    /// <summary>Metrics by key; undefined ones are left out. <c>docs</c> of the report say what each means.</summary>
    public required IReadOnlyDictionary<string, double> Metrics { get; init; }

    /// <summary>Values of the strategy's parameters.</summary>
    public required IReadOnlyDictionary<string, JsonElement> Parameters { get; init; }

    /// <summary>Costs and assumptions after defaults.</summary>
    public required JsonElement CostModel { get; init; }

    /// <summary>By calendar year.</summary>
    public required IReadOnlyList<PeriodResult> ByYear { get; init; }

    /// <summary>By calendar month.</summary>
    public required IReadOnlyList<PeriodResult> ByMonth { get; init; }

    /// <summary>By weekday of the entry.</summary>
    public required IReadOnlyList<PeriodResult> ByWeekday { get; init; }

    /// <summary>By direction.</summary>
    public required SidesResult LongShort { get; init; }

    /// <summary>Trades won and lost in a row.</summary>
    public required Streaks Streaks { get; init; }

    /// <summary>The deepest falls of equity.</summary>
    public required IReadOnlyList<DrawdownSpan> Drawdowns { get; init; }

    /// <summary>By instrument; null for one alone.</summary>
    public IReadOnlyList<SymbolResult>? BySymbol { get; init; }

    /// <summary>Runs made on the same prices so far, this and discarded ones included.</summary>
    public required long TrialsSoFar { get; init; }

    /// <summary>What to distrust.</summary>
    public required IReadOnlyList<string> Warnings { get; init; }

    /// <summary>Fingerprint of the prices.</summary>
    public required string DataHash { get; init; }

    /// <summary>Fingerprint of the fills.</summary>
    public required string OrderListHash { get; init; }

    /// <summary>Of the card of a run.</summary>
    public static BacktestReportResult Of(RunCard card, long trials, DateTime now) => new()
    {
        Summary = FormattableString.Invariant(
            $"{(card.IsWalkForward ? "Walk-forward of " : "")}{card.StrategyId} on {string.Join(",", card.Symbols)} {card.Timeframe}: {Figures.Words(card.Metrics.GetValueOrDefault("netProfit"))} {card.Currency}; {trials} runs on these prices so far."),
        AsOf = now,
        Time = card.Time,
        Source = card.Source,
        Symbol = string.Join(",", card.Symbols),
        Timeframe = card.Timeframe,
        StrategyId = card.StrategyId,
        From = card.From,
        To = card.To,
        Bars = card.Bars,
        Currency = card.Currency,
        Metrics = card.Metrics,
        Parameters = card.Parameters,
        CostModel = card.Config,
        ByYear = card.ByYear,
        ByMonth = card.ByMonth,
        ByWeekday = card.ByWeekday,
        LongShort = new SidesResult(card.Longs, card.Shorts),
        Streaks = card.Streaks,
        Drawdowns = card.Drawdowns,
        BySymbol = card.BySymbol,
        TrialsSoFar = trials,
        Warnings = card.Warnings,
        DataHash = card.DataHash,
        OrderListHash = card.OrderListHash,
    };
}
