using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using OpenTrading.Sdk.Capabilities;
using OpenTrading.Sdk.Data;
using OpenTrading.Sdk.Expressions;
using OpenTrading.Sdk.Indicators;
using OpenTrading.Sdk.Market;
using OpenTrading.Sdk.Statistics;

namespace OpenTrading.Features.Snapshots;

/// <summary>Many indicators at one bar.</summary>
/// <param name="history">Bars and indicators.</param>
internal sealed class SnapshotCapabilities(BarHistory history)
{
    private const int Digits = 7;

    // What a trader looks at first: trend on three horizons, momentum, strength, width, levels, flow.
    private static readonly string[] Core =
        ["ema(20)", "ema(50)", "ema(200)", "supertrend", "adx", "macd", "rsi", "stoch", "cci", "bb", "donchian", "atr", "obv", "mfi"];

    /// <summary>Indicators at the newest closed bar.</summary>
    [Capability("get_indicator_snapshot", "features", Effect.Read, "POST /features/snapshot", Errors = [ErrorCode.SymbolUnknown, ErrorCode.DataUnavailable, ErrorCode.InsufficientHistory, ErrorCode.NotFound])]
    [Description("Indicators at the newest closed bar with their reading, such as overbought. Names: rsi, ema(50).")]
    public SnapshotResult GetIndicatorSnapshot(
        string symbol,
        Timeframe timeframe = Timeframe.H1,
        [StringLength(60), Description("Default: a core set")] string[]? names = null)
    {
        Dictionary<string, IndicatorSetup> setups = [];
        foreach (string name in names is { Length: > 0 } ? names : Core)
        {
            IndicatorSetup setup = Setup(name);
            setups.TryAdd(names is null ? name : setup.Arguments.Count > 0 && name.Contains('(', StringComparison.Ordinal) ? setup.ToString() : setup.Definition.Name, setup);
        }

        ReadingRule[] rules = [.. setups.SelectMany(s => ReadingRule.Of(s.Value).Select(r => r with { Name = s.Key }))];
        Expression[] outputs = [.. setups.Values.SelectMany(s => s.Definition.Outputs.Select(o => Expression.ParseNumber(ReadingRule.OutputOf(s, o), history.Indicators)))];
        Expression[] states = [.. rules.Select(r => Expression.ParseCondition(r.Condition, history.Indicators))];

        // A few of the core set may lack history; those are null. All of them lacking it is a refusal.
        MarketBars read = history.Read(symbol, timeframe, 1, setups.Values.Min(s => s.WarmupBars), "the indicator with the shortest warm-up");
        double[] values = Last(new ExpressionRun([.. outputs, .. states]), read.Bars);
        return Result(read, timeframe, setups, rules, values);
    }

    private SnapshotResult Result(MarketBars read, Timeframe timeframe, Dictionary<string, IndicatorSetup> setups, ReadingRule[] rules, double[] values)
    {
        int at = 0;
        var byName = new Dictionary<string, IReadOnlyDictionary<string, double?>>();
        foreach ((string name, IndicatorSetup setup) in setups)
        {
            byName[name] = setup.Definition.Outputs.ToDictionary(o => o, _ => Known(values[at++]));
        }

        Reading[] readings =
        [
            .. rules.Zip(values[at..]).Where(r => r.Second == 1).GroupBy(r => r.First.Name).Select(g => new Reading(g.Key, g.First().First.State)),
        ];
        DataStamp stamp = history.Stamp(read);
        Instrument instrument = read.Symbol.Instrument;
        return new SnapshotResult
        {
            Summary = $"{setups.Count} indicators of {instrument.Symbol} {timeframe} at {read.Latest.Time:yyyy-MM-dd HH:mm} UTC, close {instrument.ToPrice(read.Latest.Close)}.",
            Source = read.Symbol.Source,
            AsOf = stamp.AsOf,
            Stale = stamp.Stale,
            MarketClosed = stamp.MarketClosed,
            Symbol = instrument.Symbol,
            BrokerSymbol = read.Symbol.BrokerSymbol,
            Timeframe = timeframe,
            Bar = new SnapshotBar(read.Latest.Time, instrument.ToPrice(read.Latest.Close)),
            Values = byName,
            Readings = readings,
        };
    }

    private IndicatorSetup Setup(string text)
    {
        string name = text.Trim();
        if (IndicatorDefinition.NameOf(name).All(c => char.IsAsciiLetterOrDigit(c) || c == '_'))
        {
            IndicatorDefinition named = history.Indicators.Require(name);
            return !named.NeedsReference ? named.Default : throw Argument.Refuse("names", $"{named.Name} compares two symbols; compute_indicator takes the second");
        }

        return Argument.Read("names", () => Expression.ParseIndicator(name, history.Indicators));
    }

    private static double[] Last(ExpressionRun run, BarSeries bars)
    {
        for (int i = 0; i < bars.Count - 1; i++)
        {
            run.Update(bars[i]);
        }

        return run.Update(bars[bars.Count - 1]).ToArray();
    }

    private static double? Known(double value) => double.IsFinite(value) ? Rounding.Significant(value, Digits) : null;
}
