using System.Globalization;
using OpenTrading.Sdk.Market;
using OpenTrading.Tests.Shared;

namespace OpenTrading.Sdk.Tests;

/// <summary>Recorded bars of the market data beside the checkout.</summary>
internal static class RecordedBars
{
    /// <summary>Four-hour bars of EURUSD with tick volume.</summary>
    public static BarSeries EurUsd { get; } = Read("EURUSD_H4.csv", "EURUSD", Timeframe.H4);

    private static BarSeries Read(string file, string symbol, Timeframe timeframe) => BarSeries.From(
        symbol,
        timeframe,
        $"file:{symbol}",
        [.. File.ReadLines(ReferenceFiles.MarketData(file)).Skip(1).Select(line => line.Split(',')).Select(cells => new Bar(
            DateTime.Parse(cells[0], CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal),
            Number(cells[1]),
            Number(cells[2]),
            Number(cells[3]),
            Number(cells[4]),
            Number(cells[5])))]);

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);
}
