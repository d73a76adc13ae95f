using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using OpenTrading.Sdk.Analysis;
using OpenTrading.Sdk.Analysis.Levels;
using OpenTrading.Sdk.Capabilities;
using OpenTrading.Sdk.Data;
using OpenTrading.Sdk.Market;

namespace OpenTrading.Analysis.Levels;

/// <summary>Support and resistance.</summary>
/// <param name="history">Bars and indicators.</param>
internal sealed class LevelCapabilities(BarHistory history)
{
    /// <summary>Levels of every kind.</summary>
    [Capability("get_levels", "analysis", Effect.Read, "POST /analysis/levels", Errors = [ErrorCode.SymbolUnknown, ErrorCode.DataUnavailable, ErrorCode.InsufficientHistory])]
    [Description("Support and resistance: the strongest levels by score, highest price first.")]
    public LevelsResult GetLevels(
        string symbol,
        Timeframe timeframe = Timeframe.H1,
        [Range(Lookback.Least, Lookback.Most)] int bars = 500,
        [StringLength(10), DefaultValue(new[] { LevelKind.Swing, LevelKind.Pivot, LevelKind.Fibonacci, LevelKind.Period, LevelKind.Round })] string[]? kinds = null,
        PivotMethod pivotMethod = PivotMethod.Classic,
        [Range(1, 100)] int limit = 20)
    {
        IReadOnlyList<string> wanted = Choices.Require(nameof(kinds), kinds, LevelKind.All);
        var asked = new Lookback(history, symbol, timeframe, bars, Lookback.Least, "get_levels");
        var map = new LevelMap(asked, history, wanted, pivotMethod);
        PriceLevel[] shown = [.. map.All.Take(limit).OrderByDescending(l => l.Price)];
        Leg leg = map.Leg;
        return new LevelsResult
        {
            Summary = Summary(asked, map.All),
            Source = asked.Read.Symbol.Source,
            AsOf = asked.Stamp.AsOf,
            Stale = asked.Stamp.Stale,
            MarketClosed = asked.Stamp.MarketClosed,
            Symbol = asked.Instrument.Symbol,
            BrokerSymbol = asked.Read.Symbol.BrokerSymbol,
            Timeframe = timeframe,
            Levels = shown,
            Swing = new LevelSwing(
                new SwingEnd(asked.TimeOf(leg.FromBar), asked.Price(leg.From)), new SwingEnd(asked.TimeOf(leg.ToBar), asked.Price(leg.To)), leg.Direction),
            Total = map.All.Count,
            Truncated = map.All.Count > shown.Length,
            Unavailable = map.Unavailable,
        };
    }

    private static string Summary(Lookback asked, IReadOnlyList<PriceLevel> levels)
    {
        PriceLevel? above = levels.Where(l => l.DistancePips > 0).MinBy(l => l.DistancePips);
        PriceLevel? below = levels.Where(l => l.DistancePips < 0).MaxBy(l => l.DistancePips);
        return $"{asked.Name} at {asked.Price(asked.Close)}: {InWords("next above", above)}, {InWords("next below", below)}; {levels.Count} levels in all.";
    }

    private static string InWords(string where, PriceLevel? level) =>
        FormattableString.Invariant($"{where} {(level is null ? "none" : $"{level.Price} ({level.Label}, {Math.Abs(level.DistancePips)} pips)")}");
}
