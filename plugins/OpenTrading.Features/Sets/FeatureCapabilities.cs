using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using OpenTrading.Sdk.Capabilities;
using OpenTrading.Sdk.Data;
using OpenTrading.Sdk.Features;
using OpenTrading.Sdk.Market;
using OpenTrading.Sdk.Statistics;

namespace OpenTrading.Features.Sets;

/// <summary>Feature sets over a symbol, and what they are worth.</summary>
/// <param name="history">Bars.</param>
internal sealed class FeatureCapabilities(BarHistory history)
{
    private const int Digits = 7;
    private const int LeastRows = 50;

    /// <summary>A feature set as a table.</summary>
    [Capability("build_features", "features", Effect.Read, "POST /features/build", Errors = [ErrorCode.SymbolUnknown, ErrorCode.DataUnavailable, ErrorCode.InsufficientHistory, ErrorCode.NotFound])]
    [Description("A versioned feature set, a row a bar, oldest first, without look-ahead.")]
    public FeaturesResult BuildFeatures(
        ICallContext call,
        string symbol,
        Timeframe timeframe = Timeframe.H1,
        [StringLength(40), Description("Feature set")] string set = "base",
        [Range(1, 5000), Description("Rows, the newest")] int last = 20,
        DateTime? from = null,
        DateTime? to = null)
    {
        Paging.RequireRows(call, last);
        TimeSpans.Require(from, to);
        FeatureSet features = FeatureSet.Require(set);
        MarketBars read = history.Read(symbol, timeframe, last, features.WarmupBars, $"feature set {features.Name}", to);
        FeatureTable table = features.Compute(read.Bars, call.CancellationToken);
        int end = read.Bars.Count;
        int first = Math.Max(end - last, from is { } start ? FirstAt(read.Bars, start) : 0);
        if (first == end)
        {
            throw new CapabilityException(
                ErrorCode.DataUnavailable, $"{read.Symbol.Instrument.Symbol} {timeframe}: {read.Symbol.Source} has no bar in that span", "See get_data_coverage for what there is.");
        }

        DataStamp stamp = history.Stamp(read);
        return new FeaturesResult
        {
            Summary = $"{end - first} rows of feature set {features.Name} v{features.Version} over {read.Symbol.Instrument.Symbol} {timeframe}, {read.Bars[first].Time:yyyy-MM-dd HH:mm} to {read.Latest.Time:yyyy-MM-dd HH:mm} UTC.",
            Source = read.Symbol.Source,
            AsOf = stamp.AsOf,
            Stale = stamp.Stale,
            MarketClosed = stamp.MarketClosed,
            Symbol = read.Symbol.Instrument.Symbol,
            BrokerSymbol = read.Symbol.BrokerSymbol,
            Timeframe = timeframe,
            Set = features.Name,
            Version = features.Version,
            Columns = ["time", .. features.Features.Select(f => f.Name)],
            Rows = [.. Enumerable.Range(first, end - first).Select(bar => Row(table, bar))],
            NullPct = Missing(table, first, end),
            LeakSafe = true,
            Hash = table.Hash(first, end),
        };
    }

    /// <summary>What the features of a set are worth.</summary>
    [Capability("get_feature_stats", "features", Effect.Compute, "POST /features/stats", Errors = [ErrorCode.SymbolUnknown, ErrorCode.DataUnavailable, ErrorCode.InsufficientHistory, ErrorCode.NotFound])]
    [Description("Each feature's distribution, correlation with the next return (ic), stationarity.")]
    public FeatureStatsResult GetFeatureStats(
        ICallContext call,
        string symbol,
        Timeframe timeframe = Timeframe.H1,
        [StringLength(40), Description("Feature set")] string set = "base",
        [Range(1, 500), Description("Bars ahead")] int horizon = 5,
        [Range(100, 50_000)] int bars = 5000)
    {
        FeatureSet features = FeatureSet.Require(set);
        MarketBars read = history.Read(symbol, timeframe, bars, features.WarmupBars + horizon + LeastRows, $"feature set {features.Name} with {LeastRows} returns of {horizon} bars");
        call.Progress.Report(new JobProgress(10, "computing features"));
        FeatureTable table = features.Compute(read.Bars, call.CancellationToken);
        int first = Math.Max(features.WarmupBars, read.Bars.Count - bars);
        int end = read.Bars.Count - horizon;
        double[] returns = [.. Enumerable.Range(first, end - first).Select(i => Math.Log(read.Bars.Close[i + horizon] / read.Bars.Close[i]))];
        var rows = new List<FeatureStat>();
        for (int i = 0; i < features.Features.Count; i++)
        {
            call.CancellationToken.ThrowIfCancellationRequested();
            call.Progress.Report(new JobProgress(20 + (70.0 * i / features.Features.Count), features.Features[i].Name));
            rows.Add(FeatureStat.Of(features.Features[i].Name, table[i][first..end], returns, horizon));
        }

        DataStamp stamp = history.Stamp(read);
        FeatureStat? best = rows.Where(r => r.IcT is not null).MaxBy(r => Math.Abs(r.IcT!.Value));
        return new FeatureStatsResult
        {
            Summary = $"{rows.Count} features over {returns.Length} bars of {read.Symbol.Instrument.Symbol} {timeframe}, returns of {horizon} bars{(best is null ? "" : FormattableString.Invariant($"; strongest {best.Name} with ic {best.Ic}, t {best.IcT}"))}.",
            Source = read.Symbol.Source,
            AsOf = stamp.AsOf,
            Stale = stamp.Stale,
            MarketClosed = stamp.MarketClosed,
            Symbol = read.Symbol.Instrument.Symbol,
            BrokerSymbol = read.Symbol.BrokerSymbol,
            Timeframe = timeframe,
            N = returns.Length,
            Features = rows,
            HighCorrelations = CorrelatedFeatures.Of(table, first, end),
        };
    }

    private static object?[] Row(FeatureTable table, int bar)
    {
        var row = new object?[1 + table.Set.Features.Count];
        row[0] = table.Bars[bar].Time;
        for (int i = 1; i < row.Length; i++)
        {
            row[i] = Rounding.Significant(table[i - 1][bar], Digits);
        }

        return row;
    }

    private static Dictionary<string, double> Missing(FeatureTable table, int first, int end)
    {
        var missing = new Dictionary<string, double>();
        for (int i = 0; i < table.Set.Features.Count; i++)
        {
            int count = 0;
            foreach (double value in table[i][first..end])
            {
                count += double.IsNaN(value) ? 1 : 0;
            }

            if (count > 0)
            {
                missing[table.Set.Features[i].Name] = Math.Round(100.0 * count / (end - first), 2);
            }
        }

        return missing;
    }

    private static int FirstAt(BarSeries bars, DateTime from)
    {
        int index = bars.Times.BinarySearch(from.Ticks);
        return index < 0 ? ~index : index;
    }
}
