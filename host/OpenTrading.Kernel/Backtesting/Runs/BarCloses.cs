using OpenTrading.Sdk.Market;

namespace OpenTrading.Kernel.Backtesting.Runs;

/// <summary>When bars of a timeframe close. A day of the broker has 23 or 25 hours when its clock changes.</summary>
internal readonly struct BarCloses(Timeframe timeframe, BrokerDay day)
{
    private readonly long _length = timeframe.IsIntraday() ? timeframe.Length().Ticks : 0;

    /// <summary>Close of the bar that opened at <paramref name="open"/>, both UTC ticks.</summary>
    public long Of(long open) => _length > 0 ? open + _length : BarPeriod.OfBar(timeframe, new DateTime(open, DateTimeKind.Utc), day).End.Ticks;
}
