using System.Text;
using System.Text.Json;
using System.Xml.Linq;
using OpenTrading.Analysis.Charts;
using OpenTrading.Features.Tests.Support;
using OpenTrading.Kernel.Capabilities;
using OpenTrading.Kernel.Tests.Support;
using OpenTrading.Sdk.Analysis;
using OpenTrading.Sdk.Capabilities;
using OpenTrading.Sdk.Charts;
using OpenTrading.Sdk.Data;
using OpenTrading.Sdk.Indicators;
using OpenTrading.Sdk.Market;
using OpenTrading.Sdk.Mcp;

namespace OpenTrading.Analysis.Tests.Charts;

public sealed class ChartCapabilitiesTests(RecordedMarket recorded) : IClassFixture<RecordedMarket>, IDisposable
{
    private readonly CapabilityBench _bench = new(new ChartCapabilities(new BarHistory(recorded.Context()), recorded.Context().Charts));

    [Fact]
    public void Chart_CandlesAndLines_AreAllDrawn()
    {
        JsonElement answer = Call(",\"count\":120,\"overlays\":[\"ema(50)\",\"bb\",\"rsi\"]");
        XElement svg = XElement.Parse(answer.GetProperty("content").GetString()!);
        string[] bodies = [.. svg.Elements().Where(e => e.Name.LocalName == "path" && e.Attribute("fill")?.Value is "#1a8f5a" or "#c43d3d").Select(e => e.Attribute("d")!.Value)];

        Assert.Equal(120, bodies.Sum(b => b.Count(c => c == 'z')));
        Assert.Equal(("\"image/svg+xml\"", "1000", "600", "0"), (CapabilityBench.At(answer, "mimeType"), CapabilityBench.At(answer, "width"), CapabilityBench.At(answer, "height"), CapabilityBench.At(answer, "tradesDrawn")));
        string[] expected = ["ema(50)", "bb(20,2) upper", "bb(20,2) middle", "bb(20,2) lower", "bb(20,2) width", "bb(20,2) percentB", "rsi(14)"];
        Assert.Equal(expected, answer.GetProperty("legend").EnumerateArray().Select(l => l.GetProperty("name").GetString()));
        Assert.Equal(["price", "price", "price", "price", "below", "below", "below"], answer.GetProperty("legend").EnumerateArray().Select(l => l.GetProperty("panel").GetString()));
        Assert.Equal(1.1143767, answer.GetProperty("legend")[0].GetProperty("last").GetDouble(), 1e-6);
    }

    [Fact]
    public void Drawing_NewestCandle_StandsWhereItsPricesAre()
    {
        var asked = new Lookback(new BarHistory(recorded.Context()), "EURUSD", Timeframe.H4, 50, 2, "a chart");
        (double low, double high) = asked.Range;
        ChartScale scale = ChartScale.Of([low, high], 0, 100);

        // Four hundredths of the range are left free above and below.
        Assert.Equal(100 * 0.04 / 1.08, scale.Y(high), 1e-9);
        Assert.Equal(100 - (100 * 0.04 / 1.08), scale.Y(low), 1e-9);
        Assert.All(scale.Ticks(), t => Assert.InRange(scale.Y(t), 0, 100));
        Assert.InRange(scale.Ticks().Count(), 3, 8);
    }

    [Fact]
    public void Chart_OverMcp_IsAnImageBesideTheRecord()
    {
        JsonElement answer = _bench.Call("render_chart", """{"symbol":"EURUSD","timeframe":"H4"}""", Surface.Mcp);
        JsonElement rest = Call("");
        var image = new McpImage(Encoding.UTF8.GetBytes("<svg/>"), "image/svg+xml");

        Assert.Equal("absent", CapabilityBench.At(answer, "content"));
        Assert.Equal("absent", CapabilityBench.At(answer, "image"));
        Assert.Equal(CapabilityBench.At(rest, "chartId"), CapabilityBench.At(answer, "chartId"));
        Assert.Same(image, CallOutcome.Of(Result(image)).Image);
    }

    [Fact]
    public void Chart_Png_IsOneWhereTheRendererIsInstalled()
    {
        JsonElement answer = Call(",\"format\":\"png\"");

        Assert.True(answer.TryGetProperty("error", out JsonElement error)
            ? error.GetProperty("message").GetString()!.Contains("rsvg-convert is not installed", StringComparison.Ordinal)
            : Convert.FromBase64String(answer.GetProperty("content").GetString()!).AsSpan(1, 3).SequenceEqual("PNG"u8));
    }

    [Theory]
    [InlineData(",\"overlays\":\"emaa\"", "NOT_FOUND")]
    [InlineData(",\"overlays\":\"ema(50\"", "VALIDATION_ERROR")]
    [InlineData(",\"overlays\":\"beta\"", "VALIDATION_ERROR")]
    [InlineData(",\"trades\":\"paper\"", "DATA_UNAVAILABLE")]
    [InlineData(",\"trades\":\"backtest\"", "VALIDATION_ERROR")]
    [InlineData(",\"count\":5000", "VALIDATION_ERROR")]
    public void Chart_Impossible_IsRefused(string more, string code) => Assert.Equal(code, _bench.Refusal("render_chart", $$"""{"symbol":"EURUSD","timeframe":"H4"{{more}}}"""));

    [Fact]
    public void Chart_EveryIndicator_CanBeDrawn() => Assert.All(
        IndicatorCatalog.BuiltIn.All.Where(i => !i.NeedsReference),
        i => XElement.Parse(Call($",\"count\":50,\"overlays\":\"{i.Name}\"").GetProperty("content").GetString()!));

    public void Dispose() => _bench.Dispose();

    private JsonElement Call(string more) => _bench.Call("render_chart", $$"""{"symbol":"EURUSD","timeframe":"H4"{{more}}}""");

    private static ChartResult Result(McpImage image) => new()
    {
        Summary = "",
        Source = "",
        AsOf = default,
        Symbol = "",
        BrokerSymbol = "",
        Timeframe = Timeframe.H1,
        ChartId = "",
        Uri = "",
        MimeType = image.MimeType,
        Width = 1,
        Height = 1,
        TradesDrawn = 0,
        Legend = [],
        Image = image,
    };
}
