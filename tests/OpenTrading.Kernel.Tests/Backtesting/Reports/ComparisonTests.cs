using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using OpenTrading.Kernel.Backtesting.Metrics;
using OpenTrading.Kernel.Backtesting.Reports;
using OpenTrading.Kernel.Backtesting.Reports.Comparison;
using OpenTrading.Kernel.Backtesting.Reports.Html;
using OpenTrading.Kernel.Backtesting.Reports.Json;
using OpenTrading.Kernel.Tests.Backtesting.Support;

namespace OpenTrading.Kernel.Tests.Backtesting.Reports;

public class ComparisonTests
{
    private static readonly BacktestReport Up = Report(10, 1000, 1010, 1005, 1030);
    private static readonly BacktestReport Down = Report(20, 1000, 990, 985, 1001);

    [Fact]
    public void Read_OfAWrittenReport_EqualsTheRun()
    {
        ComparedRun run = ComparedRun.Of("a", Up);

        ComparedRun read = ComparedRun.Read("a", Document(Up).RootElement);

        Assert.Equal((run.Name, run.Currency, run.OrderListHash, run.InitialCash), (read.Name, read.Currency, read.OrderListHash, read.InitialCash));
        Assert.Equal(run.Equity, read.Equity);
        Assert.Equal(run.Settings, read.Settings);
        Assert.All(MetricCatalog.All, m => Assert.Equal(run.Metrics[m.Key], read.Metrics[m.Key], 1e-10));
    }

    [Fact]
    public void Best_FollowsTheAimOfTheMetric()
    {
        (ComparedRun up, ComparedRun down) = (ComparedRun.Of("up", Up), ComparedRun.Of("down", Down));
        var compared = new ComparedRuns([up, down]);

        Assert.Equal([up], compared.Best(MetricCatalog.Named("netProfit")));
        Assert.Equal([up], compared.Best(MetricCatalog.Named("maxDrawdownPct")));
        Assert.Empty(compared.Best(MetricCatalog.Named("bars")));
        Assert.Empty(compared.Best(MetricCatalog.Named("winRate")));
    }

    [Fact]
    public void Differences_NameTheSettingsThatAreNotAlike()
    {
        var compared = new ComparedRuns([ComparedRun.Of("up", Up), ComparedRun.Of("down", Down)]);

        (string name, IReadOnlyList<string?> values) = Assert.Single(compared.Differences());
        Assert.Equal("strategy.sma-cross.fast", name);
        Assert.Equal(["10", "20"], values);
    }

    [Fact]
    public void Write_Html_MarksTheBestAndTheSameFills()
    {
        string page = Text(stream => HtmlComparison.Write(new ComparedRuns([ComparedRun.Of("<up>", Up), ComparedRun.Of("down", Down)]), stream));

        Assert.Contains("<td class=\"best\">30.00", page, StringComparison.Ordinal);
        Assert.Contains("&lt;up&gt; and down have the same fills", page, StringComparison.Ordinal);
        Assert.Contains("\"name\":\"\\u003Cup\\u003E\"", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<up>", page, StringComparison.Ordinal);
    }

    [Fact]
    public void Write_Json_HasEachRunAndTheDifferences()
    {
        string text = Text(stream => JsonComparison.Write(new ComparedRuns([ComparedRun.Of("up", Up), ComparedRun.Of("down", Down)]), stream));
        JsonElement root = JsonDocument.Parse(text).RootElement;

        Assert.Equal([30.0, 1.0], root.GetProperty("runs").EnumerateArray().Select(r => r.GetProperty("summary").GetProperty("netProfit").GetDouble()));
        Assert.Equal("""{"strategy.sma-cross.fast":["10","20"]}""", JsonSerializer.Serialize(root.GetProperty("differences")));
    }

    [Fact]
    public void Read_OfSomethingElse_NamesTheFile()
    {
        var thrown = Assert.Throws<FormatException>(() => ComparedRun.Read("notes.json", JsonDocument.Parse("""{"a":1}""").RootElement));

        Assert.StartsWith("notes.json is no report.json", thrown.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_OfALaterLayout_SaysWhich()
    {
        var thrown = Assert.Throws<FormatException>(() => ComparedRun.Read("a", JsonDocument.Parse("""{"schemaVersion":2}""").RootElement));

        Assert.Contains("layout 2", thrown.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Runs_OneAloneOrTwiceTheSameName_AreRefused()
    {
        ComparedRun run = ComparedRun.Of("a", Up);

        Assert.Throws<ArgumentException>(() => new ComparedRuns([run]));
        Assert.Throws<ArgumentException>(() => new ComparedRuns([run, run]));
    }

    private static BacktestReport Report(int fast, params double[] equity) => SampleReports.Of(Runs.Run(Runs.Curve(1000, equity))) with
    {
        Strategy = new ReportedStrategy("sma-cross", "0.1.0", new JsonObject { ["fast"] = fast, ["slow"] = 30 }),
    };

    private static JsonDocument Document(BacktestReport report) => JsonDocument.Parse(Text(stream => JsonReport.Write(report, stream)));

    private static string Text(Action<Stream> write)
    {
        using var stream = new MemoryStream();
        write(stream);
        return new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(stream.ToArray());
    }
}
