using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using OpenTrading.Sdk.Capabilities;
using OpenTrading.Sdk.Data;
using OpenTrading.Sdk.Expressions;
using OpenTrading.Sdk.Market;

namespace OpenTrading.Features.Conditions;

/// <summary>How often a condition held, and what followed.</summary>
/// <param name="history">Bars and indicators.</param>
internal sealed class ConditionCapabilities(BarHistory history)
{
    private const int MostSymbols = 50;

    /// <summary>A condition over the past of symbols.</summary>
    [Capability("test_condition", "features", Effect.Compute, "POST /features/condition", Errors = [ErrorCode.SymbolUnknown, ErrorCode.DataUnavailable, ErrorCode.InsufficientHistory])]
    [Description("How often a condition held and what returns followed. Example: rsi(14)<30 and close>ema(200)")]
    public ConditionResult TestCondition(
        ICallContext call,
        [StringLength(Expression.MostCharacters), Description("Such as close > ema(200)")] string expression,
        [StringLength(MostSymbols)] string[]? symbols = null,
        Timeframe timeframe = Timeframe.H1,
        [Range(1, 1000), Description("Bars ahead")] int horizon = 10,
        [Range(100, 100_000)] int bars = 5000)
    {
        Expression condition = Argument.Read(nameof(expression), () => Expression.ParseCondition(expression, history.Indicators));
        IReadOnlyList<string> asked = history.Symbols(symbols);
        List<ConditionMatches> found = [];
        List<Unavailable> missing = [];
        CapabilityException? refusal = null;
        for (int i = 0; i < asked.Count; i++)
        {
            call.Progress.Report(new JobProgress(100.0 * i / asked.Count, asked[i]));
            try
            {
                found.Add(Test(condition, asked[i], timeframe, horizon, bars, call.CancellationToken));
            }
            catch (CapabilityException e)
            {
                refusal ??= e;
                missing.Add(new Unavailable(asked[i], e.Message));
            }
        }

        // One symbol of many may lack bars; if none has any, that is the answer.
        if (found.Count == 0)
        {
            throw refusal ?? Argument.Refuse(nameof(symbols), "none is given, and watchlist main is empty");
        }

        return new ConditionResult
        {
            Summary = $"{condition} on {timeframe}: {string.Join("; ", found.Take(5).Select(f => f.InWords(horizon)))}{(found.Count > 5 ? "; ..." : "")}.",
            Source = DataSources.Of(found.Select(f => f.Source)),
            AsOf = found.Max(f => f.AsOf),
            Stale = found.Any(f => f.Stale),
            Timeframe = timeframe,
            Symbols = found,
            Unavailable = missing,
        };
    }

    private ConditionMatches Test(Expression condition, string symbol, Timeframe timeframe, int horizon, int bars, CancellationToken cancellationToken)
    {
        MarketBars read = history.Read(symbol, timeframe, bars, condition.WarmupBars, "the condition");
        double[] truth = new ExpressionRun(condition).Over(read.Bars, cancellationToken)[0];
        int first = Math.Max(0, read.Bars.Count - bars);
        int known = truth.AsSpan(first).Length - Count(truth.AsSpan(first), double.IsNaN);
        if (known == 0)
        {
            throw new CapabilityException(
                ErrorCode.InsufficientHistory,
                $"the condition is known at none of {read.Bars.Count} {timeframe} bars of {read.Symbol.Instrument.Symbol}",
                "Take shorter periods, or outputs that are known at the close of their bar.");
        }

        int matches = Count(truth.AsSpan(first), t => t == 1);
        DataStamp stamp = history.Stamp(read);
        ForwardReturns baseline = ForwardReturns.Of(read.Bars, first, horizon, bar => double.IsFinite(truth[bar]), against: null);
        return new ConditionMatches
        {
            Symbol = read.Symbol.Instrument.Symbol,
            Source = read.Symbol.Source,
            AsOf = stamp.AsOf,
            Stale = stamp.Stale,
            MarketClosed = stamp.MarketClosed,
            TrueNow = double.IsNaN(truth[^1]) ? null : truth[^1] == 1,
            Matches = matches,
            FrequencyPct = Math.Round(100.0 * matches / known, 3),
            Forward = ForwardReturns.Of(read.Bars, first, horizon, bar => truth[bar] == 1, baseline),
            Baseline = baseline,
        };
    }

    private static int Count(ReadOnlySpan<double> values, Predicate<double> test)
    {
        int count = 0;
        foreach (double value in values)
        {
            count += test(value) ? 1 : 0;
        }

        return count;
    }
}
