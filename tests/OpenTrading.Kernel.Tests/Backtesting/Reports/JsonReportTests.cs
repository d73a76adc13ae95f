using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using OpenTrading.Kernel.Backtesting.Metrics;
using OpenTrading.Kernel.Backtesting.Reports;
using OpenTrading.Kernel.Backtesting.Reports.Json;
using OpenTrading.Kernel.Backtesting.Robustness;
using OpenTrading.Kernel.Backtesting.Robustness.LookAhead;
using OpenTrading.Kernel.Tests.Backtesting.Support;
using OpenTrading.Sdk.Trading;
using OpenTrading.Simulation.Tests.Support;
using OpenTrading.Tests.Shared;

namespace OpenTrading.Kernel.Tests.Backtesting.Reports;

public class JsonReportTests
{
    [GoldenFact("metrics.json", "EURUSD_H1.csv")]
    public void Write_W1_HasEveryPartInItsPlace()
    {
        string text = Text(SampleReports.W1());
        JsonElement root = JsonDocument.Parse(text).RootElement;

        Assert.Equal(
            [
                "schemaVersion", "engineVersion", "inputs", "config", "strategy", "summary", "costs", "fills", "trades", "equity", "dailyReturns",
                "monthlyReturns", "rejections", "warnings", "robustness", "orderListHash",
            ],
            root.EnumerateObject().Select(p => p.Name));
        Assert.Equal(MetricCatalog.All.Select(m => m.Key), root.GetProperty("summary").EnumerateObject().Select(p => p.Name));
        Assert.Equal("8c8182874c2c2cb415ae311c36c4b75ecf29a82b83bfe0e8b42b36d2774aae9b", root.GetProperty("orderListHash").GetString());
        Assert.Equal((2828, 2827, 3118, 3118), (Length("fills"), Length("trades"), Length("equity"), Length("dailyReturns")));
        Assert.Equal(2828, root.GetProperty("summary").GetProperty("fills").GetInt32());
        Assert.Equal(Enumerable.Range(1, 2828), root.GetProperty("fills").EnumerateArray().Select(f => f.GetProperty("seq").GetInt32()));
        Assert.Equal(2828, text.Split('\n').Count(line => line.StartsWith("    {\"seq\":", StringComparison.Ordinal)));
        Assert.Equal(930386.85345, root.GetProperty("summary").GetProperty("finalEquity").GetDouble());
        Assert.Equal(
            """{"seq":1,"time":"2007-01-03T12:00:00.000Z","symbol":"EURUSD","side":"sell","lots":1.00,"price":1.32221,"reason":"open","position":1,"grossProfit":0,"commission":-9.255469999999999,"swap":0,"spreadCost":0,"slippageCost":0}""",
            root.GetProperty("fills")[0].GetRawText());
        Assert.Equal(
            (2498.0, -359.0), (root.GetProperty("trades")[0].GetProperty("mfe").GetDouble(), root.GetProperty("trades")[0].GetProperty("mae").GetDouble()));
        Assert.Equal("2007-01", root.GetProperty("monthlyReturns")[0].GetProperty("month").GetString());
        Assert.Equal(0.36993006993, root.GetProperty("robustness").GetProperty("cscv").GetProperty("pbo").GetDouble());
        Assert.DoesNotContain('\r', text);
        Assert.EndsWith("}\n", text, StringComparison.Ordinal);
        Assert.DoesNotContain("\n\n", text, StringComparison.Ordinal);

        int Length(string name) => root.GetProperty(name).GetArrayLength();
    }

    [GoldenFact("metrics.json", "EURUSD_H1.csv")]
    public void Write_Twice_GivesTheSameBytes() => Assert.Equal(Text(SampleReports.W1()), Text(SampleReports.W1()));

    [GoldenFact("metrics.json", "USDJPY_H4.csv")]
    public void Write_CaseC_RoundsTheMetricsToTwelveDigits()
    {
        JsonElement root = JsonDocument.Parse(Text(SampleReports.Of(GoldenRecords.CaseC))).RootElement;
        JsonElement golden = JsonDocument.Parse(File.ReadAllText(ReferenceFiles.Reference("backtest", "metrics.json"))).RootElement;

        Near.Equal(golden.GetProperty("c_usdjpy_h4_costs_none").GetProperty("metrics").GetProperty("sharpe").GetDouble(), root.GetProperty("summary").GetProperty("sharpe").GetDouble());
        Assert.All(
            root.GetProperty("summary").EnumerateObject().Where(p => p.Value.ValueKind == JsonValueKind.Number),
            p => Assert.True(p.Value.GetRawText().Count(char.IsAsciiDigit) <= 12 + 5, p.ToString()));

        // The excursion of a trade in yen happened at an unknown rate.
        Assert.Equal(JsonValueKind.Null, root.GetProperty("trades")[0].GetProperty("mae").ValueKind);
        Assert.Equal(-1000, root.GetProperty("trades")[0].GetProperty("maePoints").GetDouble());
        Assert.Equal(JsonValueKind.Null, root.GetProperty("robustness").ValueKind);
    }

    [Fact]
    public void Write_WhatIsUndefined_IsNull_AndMinusZeroIsZero()
    {
        BacktestReport report = SampleReports.Of(Runs.Run(Runs.Curve(1000, 1000, 1000))) with
        {
            Config = new JsonObject { ["odd"] = JsonValue.Create(double.NaN), ["minus"] = JsonValue.Create(-0.0), ["far"] = JsonValue.Create(double.PositiveInfinity) },
        };

        JsonElement root = JsonDocument.Parse(Text(report)).RootElement;

        Assert.Equal("""{"odd":null,"minus":0,"far":null}""", JsonSerializer.Serialize(root.GetProperty("config")));
        Assert.Equal(JsonValueKind.Null, root.GetProperty("summary").GetProperty("profitFactor").ValueKind);
        Assert.Equal("0", root.GetProperty("summary").GetProperty("var95").GetRawText());
        Assert.Equal("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855", root.GetProperty("orderListHash").GetString());
    }

    [Fact]
    public void Write_EveryBar_TellsTheDrawdownOfEach()
    {
        BacktestReport report = SampleReports.Of(Runs.Run(Runs.Curve(1000, 990, 1010, 1005))) with { EquityDetail = EquityDetail.Bars };

        JsonElement equity = JsonDocument.Parse(Text(report)).RootElement.GetProperty("equity");

        Assert.Equal([(990, 10), (1010, 0), (1005, 5)], equity.EnumerateArray().Select(e => (e.GetProperty("equity").GetInt32(), e.GetProperty("drawdown").GetInt32())));
    }

    [Theory]
    [InlineData(990, "990")]
    [InlineData(-990, "-990")]
    [InlineData(990.5, "990.5")]
    [InlineData(999999999999999d, "999999999999999")]
    [InlineData(1e15, "1000000000000000")]
    [InlineData(1e300, "1E+300")]
    [InlineData(0.1 + 0.2, "0.30000000000000004")]
    public void Write_Money_IsTheShortestTextThatReadsBack(double money, string text)
    {
        BacktestReport report = SampleReports.Of(Runs.Run(Runs.Curve(1000, money))) with { EquityDetail = EquityDetail.Bars };

        Assert.Equal(text, JsonDocument.Parse(Text(report)).RootElement.GetProperty("equity")[0].GetProperty("equity").GetRawText());
    }

    [Fact]
    public void Write_HostileNames_StayText()
    {
        BacktestReport report = SampleReports.Of(Runs.Run(Runs.Curve(1000, 1000))) with
        {
            Strategy = new ReportedStrategy("a\"},{\"b\n\u0001", "v", []),
            Rejections = [new ReportedRejection(Runs.Start, "\\\"", OrderSide.Buy, 1, "</script>")],
        };

        JsonElement root = JsonDocument.Parse(Text(report)).RootElement;

        Assert.Equal("a\"},{\"b\n\u0001", root.GetProperty("strategy").GetProperty("name").GetString());
        Assert.Equal("\\\"", root.GetProperty("rejections")[0].GetProperty("symbol").GetString());
    }

    [Fact]
    public void Verdicts_NameEveryReasonToDoubt()
    {
        BacktestReport report = SampleReports.Of(Runs.Run(Runs.Curve(1000, 1001), Runs.Trade(1))) with
        {
            Robustness = new RobustnessResults
            {
                LookAhead = new LookAheadResult([50], new LookAheadDifference(LookAheadTrial.Truncated, 50, 12, "ema(20)", "1.5", "1.4")),
            },
        };

        IReadOnlyList<string> verdicts = ReportVerdicts.Of(report);

        Assert.Equal(2, verdicts.Count);
        Assert.StartsWith("Look-ahead test failed: with other bars from bar 50 on, ema(20) differs at bar 12", verdicts[0], StringComparison.Ordinal);
        Assert.StartsWith("1 closed trade:", verdicts[1], StringComparison.Ordinal);
    }

    [GoldenFact("overfitting.json", "EURUSD_H1.csv")]
    public void Verdicts_OfTheGrid_DoubtItsSharpe() => Assert.Equal(
        ["Deflated Sharpe ratio 0.47, below 0.95: the best of 400 trials may owe its result to the search."], ReportVerdicts.Of(SampleReports.W1()));

    private static string Text(BacktestReport report)
    {
        using var stream = new MemoryStream();
        JsonReport.Write(report, stream);
        return new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(stream.ToArray());
    }
}
