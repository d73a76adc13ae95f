using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using OpenTrading.Sdk.Analysis;
using OpenTrading.Sdk.Capabilities;
using OpenTrading.Sdk.Data;
using OpenTrading.Sdk.Market;

namespace OpenTrading.Analysis.Relations;

/// <summary>Currency strength.</summary>
/// <param name="history">Bars.</param>
internal sealed class StrengthCapabilities(BarHistory history)
{
    private const int MostPairs = 60;
    private const int Late = 3;

    /// <summary>Currencies ranked by their change.</summary>
    [Capability("get_currency_strength", "analysis", Effect.Read, "POST /analysis/currency-strength", Errors = [ErrorCode.SymbolUnknown, ErrorCode.DataUnavailable, ErrorCode.InsufficientHistory])]
    [Description("Currencies ranked by their change against all others over the bars.")]
    public StrengthResult GetCurrencyStrength(Timeframe timeframe = Timeframe.H1, [Range(1, Lookback.Most), Description("Bars of the change")] int bars = 100)
    {
        string[] pairs = [.. history.Market.Symbols.Where(s => s.Instrument.AssetClass == AssetClass.Fx && s.Instrument.BaseCurrency != "SYN").Select(s => s.Instrument.Symbol).Distinct().Take(MostPairs)];
        var found = new SymbolBars(history, pairs, timeframe, bars + 1, bars + 1);
        List<Unavailable> missing = [.. found.Unavailable];
        DateTime newest = found.Read.Count == 0 ? default : found.Read.Max(r => r.Latest.Time);
        List<MarketBars> current = [];
        foreach (MarketBars read in found.Read)
        {
            // A change that ended earlier is one of another market.
            if (newest - read.Latest.Time > Late * timeframe.Length())
            {
                missing.Add(new Unavailable(read.Symbol.Instrument.Symbol, $"its newest bar is of {read.Latest.Time:yyyy-MM-dd HH:mm} UTC, that of others of {newest:yyyy-MM-dd HH:mm}"));
            }
            else
            {
                current.Add(read);
            }
        }

        IReadOnlyList<MarketBars> used = CurrencyStrength.Connected(current, r => (r.Symbol.Instrument.BaseCurrency, r.Symbol.Instrument.ProfitCurrency));
        missing.AddRange(current.Except(used).Select(r => new Unavailable(r.Symbol.Instrument.Symbol, "no pair joins its currencies to the others")));
        return used.Count > 1 ? Result(used, timeframe, bars, missing)
            : throw found.Refusal ?? new CapabilityException(ErrorCode.DataUnavailable, $"{used.Count} currency pairs have {timeframe} bars; the strength of currencies follows from two at least", "Import pairs that share a currency, or connect a terminal.");
    }

    private StrengthResult Result(IReadOnlyList<MarketBars> used, Timeframe timeframe, int bars, IReadOnlyList<Unavailable> missing)
    {
        (MarketBars Read, double Change)[] changes = [.. used.Select(r => (r, Math.Log(r.Bars.Close[^1] / r.Bars.Close[0])))];
        IReadOnlyDictionary<string, double> strengths = CurrencyStrength.Of(
            [.. changes.Select(c => (c.Read.Symbol.Instrument.BaseCurrency, c.Read.Symbol.Instrument.ProfitCurrency, c.Change))]);
        (double low, double high) = (strengths.Values.Min(), strengths.Values.Max());
        CurrencyRank[] ranks =
        [
            .. strengths.OrderByDescending(s => s.Value)
                .Select((s, i) => new CurrencyRank(s.Key, high > low ? Math.Round(100 * (s.Value - low) / (high - low), 1) : 50, Percent(s.Value), i + 1)),
        ];
        DataStamp stamp = used.Select(history.Stamp).MinBy(s => s.AsOf);
        return new StrengthResult
        {
            Summary = FormattableString.Invariant($"{ranks[0].Code} strongest ({ranks[0].ChangePct} %), {ranks[^1].Code} weakest ({ranks[^1].ChangePct} %) over {bars} {timeframe} bars of {used.Count} pairs."),
            Source = DataSources.Of(used.Select(r => r.Symbol.Source)),
            AsOf = stamp.AsOf,
            Stale = stamp.Stale,
            Timeframe = timeframe,
            Currencies = ranks,
            StrongestPair = changes.MaxBy(c => c.Change).Read.Symbol.Instrument.Symbol,
            WeakestPair = changes.MinBy(c => c.Change).Read.Symbol.Instrument.Symbol,
            PairsUsed = [.. changes.Select(c => new UsedPair(c.Read.Symbol.Instrument.Symbol, c.Read.Symbol.Source, Percent(c.Change)))],
            Unavailable = missing,
        };
    }

    private static double Percent(double change) => Math.Round(100 * (Math.Exp(change) - 1), 4);
}
