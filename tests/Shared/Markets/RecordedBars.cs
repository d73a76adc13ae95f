using System.Globalization;
using OpenTrading.Sdk.Market;

namespace OpenTrading.Tests.Shared.Markets;

/// <summary>Recorded bars of the market data beside the checkout.</summary>
internal static class RecordedBars
{
    /// <summary>Four-hour bars of EURUSD with tick volume.</summary>
    public static BarSeries EurUsd { get; } = Read("EURUSD_H4.csv", "EURUSD", Timeframe.H4);

    /// <summary>The newest bars of a file.</summary>
    /// <param name="file">Its name, such as <c>EURUSD_H1.csv</c>.</param>
    /// <param name="symbol">Instrument.</param>
    /// <param name="timeframe">Bar length.</param>
    /// <param name="newest">How many at most.</param>
    public static BarSeries Read(string file, string symbol, Timeframe timeframe, int newest = int.MaxValue) => BarSeries.From(
        symbol,
        timeframe,
        $"file:{symbol}",
        [.. File.ReadLines(ReferenceFiles.MarketData(file)).Skip(1).TakeLast(newest).Select(line => line.Split(',')).Select(cells => new Bar(
            DateTime.Parse(cells[0], CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal),
            Number(cells[1]),
            Number(cells[2]),
            Number(cells[3]),
            Number(cells[4]),
            Number(cells[5]),
            cells.Length > 6 ? Number(cells[6]) : double.NaN))]);

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);
}
