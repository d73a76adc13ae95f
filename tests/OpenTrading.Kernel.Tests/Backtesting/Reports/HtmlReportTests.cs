using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using OpenTrading.Kernel.Backtesting.Metrics;
using OpenTrading.Kernel.Backtesting.Reports;
using OpenTrading.Kernel.Backtesting.Reports.Html;
using OpenTrading.Kernel.Tests.Backtesting.Support;
using OpenTrading.Sdk.Trading;
using OpenTrading.Simulation.Tests.Support;

namespace OpenTrading.Kernel.Tests.Backtesting.Reports;

public class HtmlReportTests
{
    private static readonly string[] Everything =
    [
        "equity", "evidence", "costs", "months", "prices-0", "rolling-sharpe", "daily-returns", "exposure", "weekdays", "excursions", "trade-list", "parameters",
        "overfitting", "deflated-sharpe", "cost-stress", "walk-forward-rolling", "walk-forward-anchored", "monte-carlo-trade-shuffle", "monte-carlo-block-bootstrap",
        "monte-carlo-skipped-trades", "metrics", "assumptions", "warnings", "settings", "data",
    ];

    [GoldenFact("metrics.json", "EURUSD_H1.csv")]
    public void Write_W1_ShowsEveryChartAndTable_AndNeedsNothingElse()
    {
        string page = Text(SampleReports.W1());

        Assert.All(Everything, id => Assert.Contains($"id=\"{id}\"", page, StringComparison.Ordinal));
        Assert.Contains("−69,613.15", page, StringComparison.Ordinal);
        Assert.Contains("Deflated Sharpe ratio 0.47, below 0.95", page, StringComparison.Ordinal);
        Assert.Contains("8c8182874c2c2cb415ae311c36c4b75ecf29a82b83bfe0e8b42b36d2774aae9b", page, StringComparison.Ordinal);
        Assert.Equal(2827, Regex.Count(page, "<tr data-trade="));
        Assert.True(Regex.Count(page, "<svg ") >= 18, "figures are drawn, not left to the script");
        Assert.DoesNotMatch(@"\b(src|href)\s*=(?!\s*[""']?#)|@import|url\(|https?:", page);
        Assert.Contains("default-src 'none'", page, StringComparison.Ordinal);
        Assert.DoesNotContain("{{", page, StringComparison.Ordinal);
        Assert.DoesNotContain("NaN", page[..page.LastIndexOf("<script>", StringComparison.Ordinal)], StringComparison.Ordinal);
    }

    [GoldenFact("metrics.json", "USDJPY_H4.csv")]
    public void Write_Twice_GivesTheSameBytes() => Assert.Equal(Text(SampleReports.CaseC()), Text(SampleReports.CaseC()));

    [GoldenFact("metrics.json", "USDJPY_H4.csv")]
    public void Write_WithoutRobustness_SaysWhatWasNotTested()
    {
        string page = Text(SampleReports.CaseC());

        Assert.Equal(6, Regex.Count(page, "not tested"));
        Assert.DoesNotContain("id=\"parameters\"", page, StringComparison.Ordinal);
        Assert.DoesNotContain("Read this first", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData]
    [InlineData(1000.0)]
    [InlineData(1000.0, 1000.0, 1000.0)]
    [InlineData(1000.0, -50.0, 20.0)]
    public void Write_RunsWithHardlyAnything_AreShown(params double[] equity)
    {
        string page = Text(SampleReports.Of(Runs.Run(Runs.Curve(1000, equity))));

        Assert.Contains("0 closed trades: with fewer than 30", page, StringComparison.Ordinal);
        Assert.Contains("id=\"metrics\"", page, StringComparison.Ordinal);
        Assert.Equal(equity.Length >= 2, page.Contains("id=\"equity\"", StringComparison.Ordinal));
        Assert.DoesNotContain("∞", page, StringComparison.Ordinal);
    }

    [Fact]
    public void Write_HostileNames_AreText()
    {
        const string Bad = "</script><img src=x onerror=alert(1)>\"'&{{title}}";
        RunRecord run = Runs.Run(Runs.Curve(1000, 1001, 1002), Runs.Trade(1) with { Instrument = Instruments.Eurusd with { Symbol = Bad } });
        BacktestReport report = SampleReports.Of(run) with
        {
            Strategy = new ReportedStrategy(Bad, Bad, new JsonObject { [Bad] = Bad }),
            Config = new JsonObject { [Bad] = new JsonArray(Bad) },
            Inputs = [new ReportedInput(Bad, 1, Runs.Start, Runs.Start, Bad)],
            Warnings = [new ReportedWarning(Bad, Bad, 1)],
            Rejections = [new ReportedRejection(Runs.Start, Bad, OrderSide.Buy, 1, Bad)],
            Assumptions = SampleReports.Of(run).Assumptions with { Spread = Bad },
        };

        string page = Text(report);

        Assert.DoesNotContain("<img", page, StringComparison.OrdinalIgnoreCase);
        Assert.Equal(1, Regex.Count(page, "<script>"));
        Assert.True(Regex.Count(page, "&lt;/script&gt;&lt;img") >= 8);
    }

    [Fact]
    public void Write_Ambiguity_IsToldInPlainWords()
    {
        RunRecord run = Runs.Run(Runs.Curve(1000, 1001, 1002), Runs.Trade(1) with { IsAmbiguous = true }, Runs.Trade(2));

        string page = Text(SampleReports.Of(run));

        Assert.Contains("this decided 1 of 2 exits, whose bar held both levels.", page, StringComparison.Ordinal);
        Assert.Contains("close*", page, StringComparison.Ordinal);
    }

    [Fact]
    public void Write_MoreTradesThanATableHolds_SaysSo()
    {
        RunRecord run = Runs.Run(Runs.Curve(1000, 1001, 1002), [.. Enumerable.Range(0, 5001).Select(i => Runs.Trade(i - 2500))]);

        string page = Text(SampleReports.Of(run));

        Assert.Equal(5000, Regex.Count(page, "<tr data-trade="));
        Assert.Contains("The first 5,000 of 5,001; report.json has them all.", page, StringComparison.Ordinal);
    }

    private static string Text(BacktestReport report)
    {
        using var stream = new MemoryStream();
        HtmlReport.Write(report, stream);
        return new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(stream.ToArray());
    }
}
