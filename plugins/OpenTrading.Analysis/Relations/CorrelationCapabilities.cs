using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using OpenTrading.Sdk.Analysis;
using OpenTrading.Sdk.Capabilities;
using OpenTrading.Sdk.Data;
using OpenTrading.Sdk.Market;
using OpenTrading.Sdk.Statistics;

namespace OpenTrading.Analysis.Relations;

/// <summary>Correlation.</summary>
/// <param name="history">Bars and watchlists.</param>
internal sealed class CorrelationCapabilities(BarHistory history)
{
    private const int MostSymbols = 20;
    private const int Recent = 30;

    /// <summary>Correlation of returns.</summary>
    [Capability("get_correlation", "analysis", Effect.Read, "POST /analysis/correlation", Errors = [ErrorCode.SymbolUnknown, ErrorCode.DataUnavailable, ErrorCode.InsufficientHistory])]
    [Description("Correlation of log returns of up to 20 symbols, also of the latest 30 bars.")]
    public CorrelationResult GetCorrelation(
        [StringLength(MostSymbols)] string[]? symbols = null,
        Timeframe timeframe = Timeframe.H1,
        [Range(Lookback.Least, Lookback.Most)] int bars = 500,
        [Description("Of values or of ranks")] CorrelationMethod method = CorrelationMethod.Pearson)
    {
        var found = new SymbolBars(history, [.. history.Symbols(symbols).Take(MostSymbols)], timeframe, bars + 1, Recent + 1);
        if (found.Read.Count < 2)
        {
            throw found.Refusal ?? Argument.Refuse(nameof(symbols), "correlation needs two symbols at least");
        }

        double[][] closes = Overlap.Closes([.. found.Read.Select(r => r.Bars)], bars + 1);
        if (closes[0].Length < Recent + 1)
        {
            throw new CapabilityException(
                ErrorCode.InsufficientHistory, $"The symbols have {closes[0].Length} {timeframe} bars at the same times; correlation needs {Recent + 1}", "Leave out a symbol whose history ends early, or take a longer timeframe.");
        }

        double[][] returns = [.. closes.Select(c => Returns.Log(c))];
        string[] names = [.. found.Read.Select(r => r.Symbol.Instrument.Symbol)];
        PairCorrelation[] pairs =
        [
            .. from a in Enumerable.Range(0, names.Length)
               from b in Enumerable.Range(a + 1, names.Length - a - 1)
               let pair = new PairCorrelation(names[a], names[b], Of(returns[a], returns[b], method), Of(returns[a][^Recent..], returns[b][^Recent..], method))
               orderby Math.Abs(pair.Value ?? 0) descending
               select pair,
        ];
        DataStamp stamp = found.Read.Select(history.Stamp).MinBy(s => s.AsOf);
        return new CorrelationResult
        {
            Summary = FormattableString.Invariant($"{names.Length} symbols on {timeframe} over {closes[0].Length} common bars: closest {pairs[0].A} and {pairs[0].B}, {pairs[0].Value}."),
            Source = DataSources.Of(found.Read.Select(r => r.Symbol.Source)),
            AsOf = stamp.AsOf,
            Stale = stamp.Stale,
            Timeframe = timeframe,
            Symbols = names,
            Sources = found.Read.ToDictionary(r => r.Symbol.Instrument.Symbol, r => r.Symbol.Source),
            Matrix = [.. returns.Select(a => (IReadOnlyList<double?>)[.. returns.Select(b => Of(a, b, method))])],
            Pairs = pairs,
            OverlapBars = closes[0].Length,
            Unavailable = found.Unavailable,
        };
    }

    private static double? Of(double[] a, double[] b, CorrelationMethod method)
    {
        double value = method == CorrelationMethod.Pearson ? Correlation.Pearson(a, b) : Correlation.Spearman(a, b);
        return double.IsNaN(value) ? null : Math.Round(value, 4);
    }
}
