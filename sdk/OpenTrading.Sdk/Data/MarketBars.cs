using OpenTrading.Sdk.Capabilities;
using OpenTrading.Sdk.Market;

namespace OpenTrading.Sdk.Data;

/// <summary>Closed bars as they were asked for.</summary>
/// <param name="Symbol">Whose bars.</param>
/// <param name="Bars">The bars, oldest first.</param>
/// <param name="AggregatedFrom">Finer timeframe they were made of; null when the source has them as they are.</param>
/// <threadsafety>Immutable.</threadsafety>
public sealed record MarketBars(MarketSymbol Symbol, BarSeries Bars, Timeframe? AggregatedFrom)
{
    /// <summary>The newest bar.</summary>
    public Bar Latest => Bars[Bars.Count - 1];

    /// <summary>How old they are: as of the close of the newest one, stale after two of their length.</summary>
    /// <param name="now">Market time.</param>
    /// <param name="day">Where the broker's day begins.</param>
    public DataStamp StampAt(DateTime now, BrokerDay day) =>
        DataStamp.Of(Symbol.Instrument, BarPeriod.OfBar(Bars.Timeframe, Latest.Time, day).End, 2 * Bars.Timeframe.Length(), now);

    /// <summary>These bars, where there are enough of them.</summary>
    /// <param name="least">How many are needed.</param>
    /// <param name="what">What needs them, such as <c>ema(200)</c>.</param>
    /// <exception cref="CapabilityException">There are fewer: <see cref="ErrorCode.InsufficientHistory"/>.</exception>
    public MarketBars Require(int least, string what) => Bars.Count >= least
        ? this
        : throw new CapabilityException(
            ErrorCode.InsufficientHistory,
            $"{what} needs {least} {Bars.Timeframe} bars of {Symbol.Instrument.Symbol}; {Symbol.Source} has {Bars.Count} up to there",
            "Take a finer timeframe, a shorter period or a later time, or import more history.");
}
