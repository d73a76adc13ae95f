using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using OpenTrading.Kernel.MarketStore.History;
using OpenTrading.Kernel.Tests.Support;
using OpenTrading.Sdk.Capabilities;
using OpenTrading.Sdk.Data;
using OpenTrading.Sdk.Market;

namespace OpenTrading.Kernel.Tests.MarketStore.History;

public sealed class HistoryCapabilitiesTests : IDisposable
{
    private readonly MarketBench _bench = new MarketBench().WithHours();
    private readonly CapabilityBench _face;

    public HistoryCapabilitiesTests() => _face = new CapabilityBench(
        new CoverageCapabilities(_bench.Market, MarketBench.Instruments, new Paging(_bench.Clock)),
        new QualityCapabilities(_bench.Market),
        new ImportCapabilities(_bench.Market, _bench.Store, () => [new LineImporter()], _bench.Import));

    public void Dispose()
    {
        _face.Dispose();
        _bench.Dispose();
    }

    // 46 bars of 48: 2 / 48 are missing. All moves are equal but the one over the gap, so that one is an outlier.
    [Theory]
    [InlineData("get_data_coverage", "{}", "items.#", "1")]
    [InlineData("get_data_coverage", "{}", "items.0", """{"symbol":"EURUSD","timeframe":"H1","source":"file:EURUSD","from":"2024-01-08T00:00:00.000Z","to":"2024-01-09T23:00:00.000Z","rows":46,"gapPct":4.167}""")]
    [InlineData("get_data_coverage", "{}", "sources.0", """{"name":"file","kind":"store","connected":true,"lastDataAt":"2024-01-09T23:00:00.000Z"}""")]
    [InlineData("get_data_coverage", "{}", "sources.1", """{"name":"synthetic","kind":"feed","connected":true,"lastDataAt":"2024-01-10T00:30:00.000Z"}""")]
    [InlineData("get_data_coverage", """{"symbol":"USDJPY"}""", "total", "0")]
    [InlineData("get_data_quality", """{"symbol":"EURUSD"}""", "rows", "46")]
    [InlineData("get_data_quality", """{"symbol":"EURUSD"}""", "gapPct", "4.167")]
    [InlineData("get_data_quality", """{"symbol":"EURUSD"}""", "gaps", """[{"from":"2024-01-08T10:00:00.000Z","to":"2024-01-08T12:00:00.000Z","missingBars":2}]""")]
    [InlineData("get_data_quality", """{"symbol":"EURUSD"}""", "score", "94.8")]
    [InlineData("get_data_quality", """{"symbol":"EURUSD"}""", "usable", "false")]
    [InlineData("get_data_quality", """{"symbol":"EURUSD"}""", "comparison", "absent")]
    [InlineData("get_data_quality", """{"symbol":"EURUSD"}""", "zeroVolumePct", "0")]
    [InlineData("get_data_quality", """{"symbol":"EURUSD","from":"2024-01-09"}""", "score", "100")]
    public void Call_Row_HasTheValue(string capability, string arguments, string path, string value) =>
        Assert.Equal(value, CapabilityBench.At(_face.Call(capability, arguments), path));

    [Theory]
    [InlineData("get_data_coverage", """{"symbol":"NOPE"}""", "SYMBOL_UNKNOWN")]
    [InlineData("get_data_coverage", """{"cursor":"eA"}""", "VALIDATION_ERROR")]
    [InlineData("get_data_quality", """{"symbol":"EURUSD","against":"file"}""", "VALIDATION_ERROR")]
    [InlineData("get_data_quality", """{"symbol":"EURUSD","against":"mt5"}""", "DATA_UNAVAILABLE")]
    [InlineData("get_data_quality", """{"symbol":"EURUSD","timeframe":"M1"}""", "DATA_UNAVAILABLE")]
    [InlineData("import_bars", """{"file":"absent.csv","symbol":"EURUSD","why":"x"}""", "VALIDATION_ERROR")]
    [InlineData("import_bars", """{"file":"../state/x","symbol":"EURUSD","why":"x"}""", "VALIDATION_ERROR")]
    [InlineData("import_bars", """{"file":"/etc/passwd","symbol":"EURUSD","why":"x"}""", "VALIDATION_ERROR")]
    [InlineData("import_bars", """{"file":"x","symbol":"EURUSD"}""", "VALIDATION_ERROR")]
    public void Call_WrongOrImpossible_IsRefused(string capability, string arguments, string code) => Assert.Equal(code, _face.Refusal(capability, arguments));

    [Fact]
    public void GetDataQuality_AShockADuplicateAndAnImpossibleBar_AreFound()
    {
        Bar[] bars = [.. Enumerable.Range(0, 40).Select(i => MarketBench.Hour(i) with { Close = 1.1 + (0.0001 * (i % 2)), High = 2, Low = 1 })];
        bars[20] = bars[20] with { Close = 1.21 };
        bars[30] = bars[30] with { Low = 3 };
        _bench.Put("USDJPY", Timeframe.H1, bars);

        JsonElement answer = _face.Call("get_data_quality", """{"symbol":"USDJPY"}""");

        // Up by 10 % and down again.
        Assert.Equal("2", CapabilityBench.At(answer, "outlierCount"));
        Assert.Equal("""{"time":"2024-01-08T20:00:00.000Z","kind":"return_pct","value":9.99}""", CapabilityBench.At(answer, "outliers.0"));
        Assert.Equal(("1", "false", "93"), (CapabilityBench.At(answer, "ohlcFaults"), CapabilityBench.At(answer, "usable"), CapabilityBench.At(answer, "score")));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(2)]
    [InlineData(-3)]
    public void Comparison_SecondSourceOnAnotherClock_FindsTheShift(int hours)
    {
        var random = new Random(7);
        double close = 1.1;
        Bar[] bars = [.. Enumerable.Range(0, 200).Select(i => MarketBench.Hour(i) with { Close = close += 0.001 * (random.NextDouble() - 0.5) })];
        BarSeries first = BarSeries.From("EURUSD", Timeframe.H1, "a", bars);
        BarSeries second = BarSeries.From("EURUSD", Timeframe.H1, "b", [.. bars.Where(b => b.Time.Hour != 5).Select(b => b with { Time = b.Time.AddHours(-hours), Close = b.Close + 0.00003 })]);

        SourceComparison comparison = SourceComparison.Of(first, second, Scene.EurUsd);

        Assert.Equal(hours, comparison.HourShift);
        if (hours == 0)
        {
            Assert.Equal((191, 9, 3.0), (comparison.OverlapBars, comparison.Missing, comparison.CloseDiffPoints));
        }
    }

    [Fact]
    public void ImportBars_AFile_StoresItsRowsAndListsTheBadOnes()
    {
        const string text = "2024-01-11T00:00Z 1.2 1.3 1.1 1.25\nnonsense\n2024-01-11T01:00Z 1.2 1.3 1.1 1.26\n";
        File.WriteAllText(Path.Combine(_bench.Import, "more.txt"), text);

        JsonElement answer = _face.Call("import_bars", """{"file":"more.txt","symbol":"eurusd","why":"two more"}""");

        Assert.Equal("2", CapabilityBench.At(answer, "rows"));
        Assert.Equal("""[{"line":2,"reason":"it is no bar"}]""", CapabilityBench.At(answer, "rejected"));
        Assert.Equal($"\"{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))}\"", CapabilityBench.At(answer, "sha256"));
        Assert.Equal("48", CapabilityBench.At(_face.Call("get_data_coverage"), "items.0.rows"));
    }

    [Fact]
    public void ImportBars_RowsThatContradictTheStore_ChangeNothing()
    {
        File.WriteAllText(Path.Combine(_bench.Import, "other.txt"), "2024-01-08T00:00Z 1.2 1.3 1.1 1.25\n");

        Assert.Equal("VALIDATION_ERROR", _face.Refusal("import_bars", """{"file":"other.txt","symbol":"EURUSD","why":"x"}"""));
        Assert.Equal("46", CapabilityBench.At(_face.Call("get_data_coverage"), "items.0.rows"));
    }

    [Fact]
    public void ImportBars_LinkOutOfTheFolder_IsRefused()
    {
        string outside = Path.Combine(_bench.State, "secret.txt");
        File.WriteAllText(outside, "2024-01-11T00:00Z 1.2 1.3 1.1 1.25\n");
        File.CreateSymbolicLink(Path.Combine(_bench.Import, "link.txt"), outside);

        Assert.Equal("VALIDATION_ERROR", _face.Refusal("import_bars", """{"file":"link.txt","symbol":"EURUSD","why":"x"}"""));
    }

    private sealed class LineImporter : IBarImporter
    {
        public string Format => "lines";

        public bool Recognizes(ReadOnlySpan<byte> head) => true;

        public void Read(Stream content, BarRows rows, CancellationToken cancellationToken)
        {
            using var reader = new StreamReader(content, leaveOpen: true);
            for (int line = 1; reader.ReadLine() is { } text; line++)
            {
                string[] cells = text.Split(' ');
                if (cells.Length != 5)
                {
                    rows.Reject(line, RowFault.Malformed, text, "it is no bar");
                    continue;
                }

                double[] n = [.. cells.Skip(1).Select(c => double.Parse(c, null))];
                rows.Add(line, DateTime.Parse(cells[0], null).ToUniversalTime().Ticks, n[0], n[1], n[2], n[3], 0, double.NaN);
            }
        }
    }
}
