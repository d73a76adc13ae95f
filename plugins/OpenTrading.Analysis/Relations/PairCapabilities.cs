using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using OpenTrading.Sdk.Analysis;
using OpenTrading.Sdk.Capabilities;
using OpenTrading.Sdk.Data;
using OpenTrading.Sdk.Market;
using OpenTrading.Sdk.Statistics;

namespace OpenTrading.Analysis.Relations;

/// <summary>Pairs.</summary>
/// <param name="history">Bars.</param>
internal sealed class PairCapabilities(BarHistory history)
{
    private const int Least = 50;
    private const int Digits = 6;
    private const double Level = 0.05;

    /// <summary>Cointegration of two symbols.</summary>
    [Capability("get_pair_analysis", "analysis", Effect.Read, "POST /analysis/pair", Errors = [ErrorCode.SymbolUnknown, ErrorCode.DataUnavailable, ErrorCode.InsufficientHistory])]
    [Description("Whether two symbols move together: hedge ratio, Engle-Granger test, half-life, z-score.")]
    public PairResult GetPairAnalysis(
        [Description("Explained by the other")] string symbolA,
        [Description("Explains the other")] string symbolB,
        Timeframe timeframe = Timeframe.H1,
        [Range(Lookback.Least, Lookback.Most)] int bars = 500)
    {
        var found = new SymbolBars(history, [symbolA, symbolB], timeframe, bars, Least);
        if (found.Read.Count < 2)
        {
            throw found.Refusal ?? Argument.Refuse(nameof(symbolB), "it is the same instrument as symbolA; give another");
        }

        double[][] closes = Overlap.Closes([.. found.Read.Select(r => r.Bars)], bars);
        if (closes[0].Length < Least)
        {
            throw new CapabilityException(ErrorCode.InsufficientHistory, $"{symbolA} and {symbolB} have {closes[0].Length} {timeframe} bars at the same times; the test needs {Least}", "Take another timeframe, or import more history.");
        }

        double[] a = [.. closes[0].Select(c => Math.Log(c))];
        double[] b = [.. closes[1].Select(c => Math.Log(c))];
        (double slope, _, _, double p) = Cointegration.EngleGranger(a, b);
        double[] spread = [.. a.Zip(b, (x, y) => x - (slope * y))];
        (double mean, double deviation) = (Moments.Mean(spread), Moments.Deviation(spread));
        if (!double.IsFinite(p) || !(deviation > 0))
        {
            throw new CapabilityException(ErrorCode.InsufficientHistory, $"{symbolA} or {symbolB} did not move over {closes[0].Length} {timeframe} bars", "Take more bars, or other symbols.");
        }

        double? halfLife = HalfLife(spread);
        double z = Math.Round((spread[^1] - mean) / deviation, 3);
        (string nameA, string nameB) = (found.Read[0].Symbol.Instrument.Symbol, found.Read[1].Symbol.Instrument.Symbol);
        DataStamp stamp = found.Read.Select(history.Stamp).MinBy(s => s.AsOf);
        return new PairResult
        {
            Summary = FormattableString.Invariant($"{nameA} against {nameB} on {timeframe}: {(p < Level ? "cointegrated" : "not cointegrated")}, p {p:0.000}; spread {z} deviations from its mean{(halfLife is { } half ? $", half-life {half:0.#} bars" : "")}."),
            Source = DataSources.Of(found.Read.Select(r => r.Symbol.Source)),
            AsOf = stamp.AsOf,
            Stale = stamp.Stale,
            Timeframe = timeframe,
            SymbolA = nameA,
            SymbolB = nameB,
            Sources = found.Read.ToDictionary(r => r.Symbol.Instrument.Symbol, r => r.Symbol.Source),
            HedgeRatio = Rounding.Significant(slope, Digits),
            AdfP = Math.Round(p, 5),
            Cointegrated = p < Level,
            HalfLifeBars = halfLife,
            ZScore = z,
            Spread = new SpreadStats(Rounding.Significant(mean, Digits), Rounding.Significant(deviation, Digits), Rounding.Significant(spread[^1], Digits)),
            Bars = closes[0].Length,
        };
    }

    /// <summary>Half-life of a process that returns to its mean: −ln 2 / ln(1 + b), b the slope of the change on the value before it.</summary>
    internal static double? HalfLife(double[] spread)
    {
        double[] change = [.. spread.Skip(1).Zip(spread, (now, before) => now - before)];
        (double slope, _) = LeastSquares.Line(spread.AsSpan(..^1), change);
        return slope is < 0 and > -1 ? Math.Round(-Math.Log(2) / Math.Log(1 + slope), 2) : null;
    }
}
