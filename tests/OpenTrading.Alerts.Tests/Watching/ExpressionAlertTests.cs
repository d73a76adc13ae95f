using OpenTrading.Alerts.Tests.Support;
using OpenTrading.Features.Tests.Support;
using OpenTrading.Sdk.Expressions;
using OpenTrading.Sdk.Indicators;

namespace OpenTrading.Alerts.Tests.Watching;

public sealed class ExpressionAlertTests : IDisposable
{
    private readonly RecordedMarket _recorded = new();
    private readonly string _folder = Directory.CreateTempSubdirectory("opentrading-alerts-").FullName;

    [Fact]
    public void Bars_Expressions_FireWhereTheyBecomeTrue()
    {
        string[] texts = ["rsi(14) < 35", "close > ema(20) and close[1] <= ema(20)", "close crosses above sma(50)"];
        const int first = 200;
        int start = _recorded.Bars.Count - first;
        MoveTo(start);
        using var bench = new AlertsBench(_recorded, _folder);
        Dictionary<string, string> ids = texts.ToDictionary(t => bench.Create($$"""{"symbol":"EURUSD","condition":"expression","expression":"H4: {{t}}","repeat":true}"""), t => t);

        for (int bar = start + 1; bar < _recorded.Bars.Count; bar++)
        {
            MoveTo(bar);
            bench.Engine.Look();
        }

        List<(string, double)> expected = [];
        foreach (string text in texts)
        {
            double[] truth = new ExpressionRun(Expression.ParseCondition(text, IndicatorCatalog.BuiltIn)).Over(_recorded.Bars)[0];
            expected.AddRange(Enumerable.Range(start + 1, first - 1).Where(i => truth[i] == 1 && truth[i - 1] == 0).Select(i => (text, _recorded.Bars.Close[i])));
        }

        Assert.NotEmpty(expected);
        Assert.Equal(expected.Order(), bench.Fired.Select(f => (ids[f.Alert.AlertId], (double)f.Firing.Price)).Order());
    }

    [Fact]
    public void Bars_SeveralBetweenTwoLooks_AreAllLookedAt()
    {
        int start = _recorded.Bars.Count - 200;
        MoveTo(start);
        using var bench = new AlertsBench(_recorded, _folder);
        bench.Create("""{"symbol":"EURUSD","condition":"expression","expression":"H4: close crosses ema(20)","repeat":true}""");
        bench.Engine.Look();

        MoveTo(_recorded.Bars.Count - 1);
        bench.Engine.Look();

        double[] truth = new ExpressionRun(Expression.ParseCondition("close crosses ema(20)", IndicatorCatalog.BuiltIn)).Over(_recorded.Bars)[0];
        int edges = Enumerable.Range(start + 1, 199).Count(i => truth[i] == 1 && truth[i - 1] == 0);
        Assert.Equal(edges, bench.Fired.Count);
        Assert.True(edges > 5);
    }

    [Fact]
    public void Create_ExpressionThatHolds_HasToEndFirst()
    {
        using var bench = new AlertsBench(_recorded, _folder);

        string summary = bench.Call("create_alert", """{"symbol":"EURUSD","condition":"expression","expression":"H4: close < ema(200)"}""").GetProperty("summary").GetString()!;
        bench.Engine.Look();

        Assert.EndsWith("it holds already, so it has to end first.", summary, StringComparison.Ordinal);
        Assert.Empty(bench.Fired);
    }

    public void Dispose()
    {
        _recorded.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    private void MoveTo(int bar) => _recorded.Clock.Now = _recorded.Bars[bar].Time.AddHours(4).AddSeconds(1);
}
