using System.Globalization;
using OpenTrading.Sdk.Market;

namespace OpenTrading.Tests.Shared;

/// <summary>Reads the recorded market data, which is regular CSV in UTC.</summary>
internal static class MarketFiles
{
    public static BarSeries Bars(string symbol, Timeframe timeframe, int count = int.MaxValue)
    {
        var bars = new List<Bar>();
        foreach (string line in File.ReadLines(ReferenceFiles.MarketData($"{symbol}_{timeframe}.csv")).Skip(1).Take(count))
        {
            string[] cells = line.Split(',');
            bars.Add(new Bar(
                Time(cells[0]), Number(cells[1]), Number(cells[2]), Number(cells[3]), Number(cells[4]), Number(cells[5]),
                cells.Length > 6 ? Number(cells[6]) : double.NaN));
        }

        return BarSeries.From(symbol, timeframe, $"file:{symbol}", bars);
    }

    public static List<Tick> Ticks(string symbol)
    {
        var ticks = new List<Tick>();
        foreach (string line in File.ReadLines(ReferenceFiles.MarketData($"{symbol}_ticks.csv")).Skip(1))
        {
            string[] cells = line.Split(',');
            ticks.Add(new Tick(Time(cells[0]), Number(cells[1]), Number(cells[2])));
        }

        return ticks;
    }

    private static DateTime Time(string text) =>
        DateTime.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal);

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);
}
