using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using OpenTrading.Kernel.Backtesting.Reports;
using OpenTrading.Kernel.Backtesting.Reports.Json;
using OpenTrading.Kernel.Tests.Backtesting.Support;
using OpenTrading.Sdk.Trading;

namespace OpenTrading.Kernel.Tests.Backtesting.Reports;

public class JsonRowsTests
{
    [Fact]
    public void Write_AnyDouble_IsTheTextOfTheLibrary()
    {
        var random = new Random(7);
        double[] odd = [0, -0.0, 1, -1, 0.1 + 0.2, 1e15, -1e15, 999_999_999_999_999, 999_999_999_999_999.9, 1e-5, 1e300, double.Epsilon, double.MaxValue, 1.5, -69613.14655];
        double[] values =
        [
            .. odd,
            .. Enumerable.Range(0, 2000).Select(i => (random.NextDouble() - 0.5) * Math.Pow(10, i % 24)),
            .. Enumerable.Range(0, 2000).Select(i => Math.Round((random.NextDouble() - 0.5) * 1e6, i % 6)),
        ];
        BacktestReport report = SampleReports.Of(Runs.Run(Runs.Curve(1000, values))) with { EquityDetail = EquityDetail.Bars };

        IEnumerable<string> written = Read(report).GetProperty("equity").EnumerateArray().Select(row => row.GetProperty("equity").GetRawText());

        Assert.Equal(values.Select(v => Library(w => w.WriteNumberValue(v == 0 ? 0 : v))), written);
    }

    [Theory]
    [InlineData("EURUSD")]
    [InlineData("")]
    [InlineData("a\"},{\"b\n\u0001 \\ </script> é \uD83D\uDE00")]
    [InlineData("half \uD83D of a pair")]
    public void Write_AnyText_IsTheTextOfTheLibrary(string text)
    {
        BacktestReport report = SampleReports.Of(Runs.Run(Runs.Curve(1000, 1000))) with
        {
            Rejections = [.. Enumerable.Range(0, 100).Select(i => new ReportedRejection(Runs.Start, text, OrderSide.Buy, i, text + new string('x', 10 * i)))],
        };

        JsonElement[] rows = [.. Read(report).GetProperty("rejections").EnumerateArray()];

        Assert.Equal(100, rows.Length);
        Assert.All(rows, row => Assert.Equal(Library(w => w.WriteStringValue(text)), row.GetProperty("symbol").GetRawText()));
        Assert.All(rows.Index(), row => Assert.Equal(Library(w => w.WriteStringValue(text + new string('x', 10 * row.Index))), row.Item.GetProperty("reason").GetRawText()));
    }

    [Fact]
    public void Write_ManyRows_StandALineEachInTheirOrder()
    {
        const int rows = 5000;
        BacktestReport report = SampleReports.Of(Runs.Run(Runs.Curve(1000, [.. Enumerable.Range(0, rows).Select(i => 1000.0 + i)]))) with { EquityDetail = EquityDetail.Bars };

        string lines = string.Join(",\n", Enumerable.Range(0, rows).Select(i => $"    {{\"time\":\"{Runs.Start.AddDays(i):yyyy-MM-dd'T'HH:mm:ss.fff'Z'}\",\"equity\":{1000 + i},\"drawdown\":0}}"));

        Assert.Contains($"\n  \"equity\": [\n{lines}\n  ],\n", Text(report), StringComparison.Ordinal);
        Assert.Contains("\n  \"fills\": [],\n", Text(report), StringComparison.Ordinal);
    }

    private static JsonElement Read(BacktestReport report) => JsonDocument.Parse(Text(report)).RootElement;

    private static string Text(BacktestReport report)
    {
        using var stream = new MemoryStream();
        JsonReport.Write(report, stream);
        return Encoding.UTF8.GetString(stream.ToArray());
    }

    private static string Library(Action<Utf8JsonWriter> write)
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            write(writer);
        }

        return Encoding.UTF8.GetString(stream.ToArray());
    }
}
