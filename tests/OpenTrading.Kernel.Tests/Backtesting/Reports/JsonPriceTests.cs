using System.Globalization;
using System.Text;
using System.Text.Json;
using OpenTrading.Kernel.Backtesting.Reports.Json;
using OpenTrading.Kernel.Tests.Backtesting.Support;
using OpenTrading.Sdk.Market;
using OpenTrading.Simulation.Fills;
using OpenTrading.Simulation.Tests.Support;

namespace OpenTrading.Kernel.Tests.Backtesting.Reports;

/// <summary>Prices of the report, which are written from whole points: the text is that of the decimal.</summary>
public class JsonPriceTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(5)]
    [InlineData(8)]
    public void Write_AnyPrice_IsTheTextOfTheDecimal(int digits)
    {
        Instrument instrument = Instruments.Eurusd with { Digits = digits };
        int[] points = [0, 1, 9, 10, 99_999, 100_000, 129_300, 129_325, int.MaxValue, -1, -100_000, -37_630_000];
        SimulatedTrade[] trades = [.. points.Select(p => Runs.Trade(0) with { Instrument = instrument, EntryPoints = p, ExitPoints = p })];

        JsonElement[] rows = Write(trades);

        string[] decimals = [.. points.Select(p => (p * instrument.Point).ToString(CultureInfo.InvariantCulture))];
        Assert.Equal(decimals, rows.Select(r => r.GetProperty("exitPrice").GetRawText()));
        Assert.Equal(decimals, rows.Select(r => r.GetProperty("entryPrice").GetRawText()));
    }

    [Fact]
    public void Write_AverageOfSeveralEntries_KeepsItsDecimals()
    {
        JsonElement[] rows = Write([Runs.Trade(0) with { EntryPoints = 110_000.5m }]);

        Assert.Equal("1.100005", rows[0].GetProperty("entryPrice").GetRawText());
    }

    private static JsonElement[] Write(SimulatedTrade[] trades)
    {
        using var stream = new MemoryStream();
        JsonReport.Write(SampleReports.Of(Runs.Run(Runs.Curve(1000, 1000), trades)), stream);
        return [.. JsonDocument.Parse(Encoding.UTF8.GetString(stream.ToArray())).RootElement.GetProperty("trades").EnumerateArray()];
    }
}
