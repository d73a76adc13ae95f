using System.Globalization;
using System.Text;
using OpenTrading.Kernel.Charts;
using OpenTrading.Sdk.Capabilities;
using OpenTrading.Sdk.Charts;
using OpenTrading.Sdk.Mcp;

namespace OpenTrading.Kernel.Tests.Charts;

public sealed class ChartShelfTests
{
    [Fact]
    public async Task Uri_AmongTheLatest_GivesTheChartAgain()
    {
        var shelf = new ChartShelf();
        KeptChart chart = await KeepAsync(shelf, "<svg/>");
        for (int i = 0; i < 31; i++)
        {
            await KeepAsync(shelf, i.ToString(CultureInfo.InvariantCulture));
        }

        McpContent content = await ReadAsync(shelf, chart.Id);

        Assert.Equal(("opentrading://chart/" + chart.Id, "<svg/>"), (chart.Uri, Encoding.UTF8.GetString(content.Bytes.Span)));
        await KeepAsync(shelf, "one more");
        await Assert.ThrowsAsync<CapabilityException>(() => ReadAsync(shelf, chart.Id));
    }

    [Fact]
    public async Task Chart_KeptTwice_IsOne()
    {
        var shelf = new ChartShelf();

        Assert.Equal((await KeepAsync(shelf, "<svg/>")).Id, (await KeepAsync(shelf, "<svg/>")).Id);
    }

    [Fact]
    public async Task Content_OverMcp_IsTheBlockAlone()
    {
        KeptChart chart = await KeepAsync(new ChartShelf(), "<svg/>");

        Assert.Null(chart.Content(Surface.Mcp));
        Assert.Equal("<svg/>", chart.Content(Surface.Rest));
        Assert.Equal("AAEC", new KeptChart("", "", new McpImage(new byte[] { 0, 1, 2 }, "image/png")).Content(Surface.Rest));
    }

    private static Task<KeptChart> KeepAsync(ChartShelf shelf, string svg) => shelf.KeepAsync(svg, ChartFormat.Svg, CancellationToken.None);

    private static Task<McpContent> ReadAsync(ChartShelf shelf, string id) => shelf.Resource.ReadAsync(new Dictionary<string, string> { ["chartId"] = id }, null!);
}
