using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using OpenTrading.Sdk.Capabilities;
using OpenTrading.Sdk.Data;
using OpenTrading.Sdk.Market;

namespace OpenTrading.Analysis.Seasons;

/// <summary>Seasonality.</summary>
/// <param name="history">Bars and indicators.</param>
internal sealed class SeasonCapabilities(BarHistory history)
{
    private const int LeastOfEach = 3;

    // Hours are those of hour bars; where a source has only longer ones, those of the shortest that open at a clock hour.
    private static readonly Timeframe[] Hourly = [Timeframe.H1, Timeframe.H2, Timeframe.H3, Timeframe.H4];

    /// <summary>Returns by hour, weekday, month or day of the month.</summary>
    [Capability("get_seasonality", "analysis", Effect.Read, "POST /analysis/seasonality", Errors = [ErrorCode.SymbolUnknown, ErrorCode.DataUnavailable, ErrorCode.InsufficientHistory])]
    [Description("Mean returns by hour, weekday, month or day of the month, with significance.")]
    public SeasonalityResult GetSeasonality(
        string symbol,
        [Description("What to group by")] SeasonKind by = SeasonKind.Weekday,
        [Range(1, 50), Description("Latest years")] int years = 5)
    {
        MarketSymbol resolved = history.Market.Resolve(symbol);
        DateTime from = history.Market.Now.AddYears(-years);
        MarketBars read = Read(resolved, by, from);
        int seasons = by switch { SeasonKind.Hour => (int)(TimeSpan.TicksPerDay / read.Bars.Timeframe.Length().Ticks), SeasonKind.Weekday => 5, SeasonKind.Month => 12, _ => 31 };
        read.Require((LeastOfEach * seasons) + 1, $"seasonality by {by.ToString().ToLowerInvariant()}");
        IReadOnlyList<SeasonBucket> buckets = Season.Of(read.Bars, 1, by);
        DataStamp stamp = history.Stamp(read);
        string[] significant = [.. buckets.Where(b => b.Significant).Select(b => FormattableString.Invariant($"{b.Key} ({b.MeanPct} %)"))];
        return new SeasonalityResult
        {
            Summary = $"{resolved.Instrument.Symbol} by {by.ToString().ToLowerInvariant()} over {read.Bars.Count - 1} {read.Bars.Timeframe} returns since {read.Bars[0].Time:yyyy-MM-dd}: {(significant.Length == 0 ? "nothing beyond chance" : string.Join(", ", significant))}.",
            Source = resolved.Source,
            AsOf = stamp.AsOf,
            Stale = stamp.Stale,
            MarketClosed = stamp.MarketClosed,
            Symbol = resolved.Instrument.Symbol,
            BrokerSymbol = resolved.BrokerSymbol,
            Timeframe = read.Bars.Timeframe,
            Buckets = buckets,
        };
    }

    private MarketBars Read(MarketSymbol symbol, SeasonKind by, DateTime from)
    {
        Timeframe[] lengths = by switch { SeasonKind.Hour => Hourly, SeasonKind.Month => [Timeframe.MN1], _ => [Timeframe.D1] };
        for (int i = 0; ; i++)
        {
            try
            {
                int most = (int)((history.Market.Now - from) / lengths[i].Length()) + 2;
                return history.Market.Bars(symbol, lengths[i], most, from);
            }
            catch (CapabilityException missing) when (missing.Code == ErrorCode.DataUnavailable && i + 1 < lengths.Length)
            {
                // A source that has no hours may have longer bars.
            }
        }
    }
}
