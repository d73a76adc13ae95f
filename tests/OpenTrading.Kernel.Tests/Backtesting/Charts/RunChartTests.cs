using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using OpenTrading.Kernel.Backtesting.Breakdowns;
using OpenTrading.Kernel.Backtesting.Charts;
using OpenTrading.Sdk.Charts;

namespace OpenTrading.Kernel.Tests.Backtesting.Charts;

public sealed partial class RunChartTests
{
    private static readonly DateTime[] Days = [.. Enumerable.Range(0, 5).Select(i => new DateTime(2024, 1, 1, 0, 0, 0, DateTimeKind.Utc).AddDays(i))];

    [Fact]
    public void Equity_Line_RunsFromValueToValue()
    {
        double[] equity = [10_000, 10_500, 9_500, 10_000, 11_000];
        ChartScale scale = ChartScale.Of(equity, ChartCanvas.Top, ChartCanvas.Bottom - ChartCanvas.Top);

        string line = Paths(RunChart.Equity("a run", Days, equity), "stroke", "#1f77b4").Single();

        double[] expected = [.. equity.SelectMany((e, i) => (double[])[ChartCanvas.X(i, 5), scale.Y(e)])];
        Assert.Equal(expected, [.. Number().Matches(line).Select(m => double.Parse(m.Value, CultureInfo.InvariantCulture))], (a, b) => Math.Abs(a - b) <= 0.051);
    }

    [Fact]
    public void Drawdown_Area_HangsFromNothing()
    {
        string svg = RunChart.Drawdown("a run", Days, [0, 0, 8, 4, 0]);
        double[] line = [.. Number().Matches(Paths(svg, "stroke", ChartCanvas.Down).Single()).Select(m => double.Parse(m.Value, CultureInfo.InvariantCulture))];

        Assert.Equal(line[1], line[3]);
        Assert.True(line[5] > line[7] && line[7] > line[9], "a deeper fall lies lower");
    }

    [Fact]
    public void Monthly_Boxes_AreOfTheirColourAndValue()
    {
        PeriodResult[] months = [new("2023-12", -250, -2.5, 3, 0), new("2024-01", 500, 5, 4, 75), new("2024-02", 100, 1, 1, 100)];
        string svg = RunChart.Monthly("a run", months);

        Assert.Equal(2, Paths(svg, "fill", ChartCanvas.Up).Length);
        Assert.Single(Paths(svg, "fill", ChartCanvas.Down));
        string[] words = [.. XElement.Parse(svg).Elements().Where(e => e.Name.LocalName == "text").Select(e => e.Value)];
        Assert.All((string[])["2023", "2024", "-2.5", "5.0", "1.0", "Dec"], w => Assert.Contains(w, words));
    }

    [Fact]
    public void Distribution_Bins_HoldEveryTrade()
    {
        double[] nets = [-100, -90, 5, 40, 40, 300];
        string svg = RunChart.Distribution("a run", nets);
        ChartScale scale = ChartScale.Of([0, 2], ChartCanvas.Top, ChartCanvas.Bottom - ChartCanvas.Top);
        double one = scale.Y(0) - scale.Y(1);

        double Tall(string color) => Paths(svg, "fill", color).Sum(p => double.Parse(p.Split('v')[1].Split('h')[0], CultureInfo.InvariantCulture));
        Assert.Equal(2, Tall(ChartCanvas.Down) / one, 0.01);
        Assert.Equal(4, Tall(ChartCanvas.Up) / one, 0.01);
    }

    [Fact]
    public void Charts_OfNothing_AreEmptyPictures()
    {
        Assert.All(
            (string[])[RunChart.Equity("<b>", [], []), RunChart.Drawdown("a", [], []), RunChart.Monthly("a", []), RunChart.Distribution("a", [])],
            svg => Assert.Equal("svg", XElement.Parse(svg).Name.LocalName));
        Assert.Contains("&lt;b&gt;", RunChart.Equity("<b>", [], []), StringComparison.Ordinal);
    }

    private static string[] Paths(string svg, string attribute, string color) =>
        [.. XElement.Parse(svg).Elements().Where(e => e.Attribute(attribute)?.Value == color && e.Attribute("d") is not null && (attribute == "stroke" || e.Attribute("stroke") is null)).Select(e => e.Attribute("d")!.Value)];

    [GeneratedRegex(@"-?\d+(\.\d+)?")]
    private static partial Regex Number();
}
