using System.Globalization;
using OpenTrading.Sdk.Market;
using OpenTrading.Tests.Shared;

namespace OpenTrading.Sdk.Tests.Indicators;

/// <summary>Reads the quote files of the indicator references: date, open, high, low, close, volume.</summary>
internal static class QuoteFile
{
    public static Bar[] Read(string file) =>
        [.. File.ReadLines(ReferenceFiles.Reference("indicators", "quotes", file)).Skip(1).Select(ParseBar)];

    private static Bar ParseBar(string line)
    {
        string[] cells = line.Split(',');
        double Number(int cell) => double.Parse(cells[cell], CultureInfo.InvariantCulture);
        DateTime time = DateTime.Parse(
            cells[0], CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal);
        return new Bar(time, Number(1), Number(2), Number(3), Number(4), Number(5));
    }
}
