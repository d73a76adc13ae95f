using System.Globalization;
using OpenTrading.Kernel.Orders;
using OpenTrading.Sdk.Trading;
using OpenTrading.Simulation.Bars;
using OpenTrading.Simulation.Fills;

namespace OpenTrading.Kernel.Backtesting.Reports.Html.Plots;

/// <summary>Bars and trades as the page's script reads them: bars in variable-length differences, base64; trades as rows of numbers.</summary>
internal static class CandleData
{
    private const int MostBars = 100_000;
    private const int MostTrades = 20_000;

    /// <summary>The data of one instrument, JSON.</summary>
    public static string Of(PointBars bars, IReadOnlyList<SimulatedTrade> trades)
    {
        int joined = (bars.Count + MostBars - 1) / MostBars;
        long first = Minutes(bars[0].Time);
        string rows = string.Join(',', Thinning.Evenly(trades, MostTrades).Select(t => Row(t, first)));
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{{\"first\":{first},\"digits\":{bars.Instrument.Digits},\"joined\":{joined},\"bars\":\"{Pack(bars, joined)}\",\"trades\":[{rows}]}}");
    }

    // exitSeq, entry minute, exit minute, side, entry and exit in points, net, stop loss, take profit, reason
    private static string Row(SimulatedTrade trade, long first) => string.Create(
        CultureInfo.InvariantCulture,
        $"[{trade.ExitSequence},{Minutes(trade.EntryTime.Ticks) - first},{Minutes(trade.ExitTime.Ticks) - first},{(trade.Side == OrderSide.Buy ? 1 : -1)},{trade.EntryPoints:0.##},{trade.ExitPoints},{trade.Net:0.##},{Level(trade.StopLossPoints)},{Level(trade.TakeProfitPoints)},\"{Names.Of(trade.Reason)}\"]");

    private static string Level(int? points) => points?.ToString(CultureInfo.InvariantCulture) ?? "null";

    private static string Pack(PointBars bars, int joined)
    {
        var bytes = new MemoryStream();
        long time = Minutes(bars[0].Time);
        int close = 0;
        for (int i = 0; i < bars.Count; i += joined)
        {
            BarPoints bar = Join(bars, i, Math.Min(i + joined, bars.Count));
            Write(bytes, Minutes(bar.Time) - time);
            Write(bytes, bar.Open - close);
            Write(bytes, bar.Close - bar.Open);
            Write(bytes, bar.High - Math.Max(bar.Open, bar.Close));
            Write(bytes, Math.Min(bar.Open, bar.Close) - bar.Low);
            (time, close) = (Minutes(bar.Time), bar.Close);
        }

        return Convert.ToBase64String(bytes.GetBuffer(), 0, (int)bytes.Length);
    }

    private static BarPoints Join(PointBars bars, int from, int to)
    {
        (int high, int low) = (int.MinValue, int.MaxValue);
        for (int i = from; i < to; i++)
        {
            (high, low) = (Math.Max(high, bars.High[i]), Math.Min(low, bars.Low[i]));
        }

        return bars[from] with { High = high, Low = low, Close = bars[to - 1].Close, Spread = 0 };
    }

    // Zigzag, then seven bits a byte, the lowest first.
    private static void Write(MemoryStream bytes, long value)
    {
        ulong rest = (ulong)((value << 1) ^ (value >> 63));
        while (rest >= 0x80)
        {
            bytes.WriteByte((byte)(rest | 0x80));
            rest >>= 7;
        }

        bytes.WriteByte((byte)rest);
    }

    private static long Minutes(long ticks) => (ticks - DateTime.UnixEpoch.Ticks) / TimeSpan.TicksPerMinute;
}
