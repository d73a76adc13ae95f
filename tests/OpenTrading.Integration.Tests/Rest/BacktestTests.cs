using System.Text.Json;

namespace OpenTrading.Integration.Tests.Rest;

/// <summary>Backtests over REST, held against the golden numbers.</summary>
public sealed class BacktestTests(RestHost host) : IClassFixture<RestHost>
{
    private const string File = "EURUSD_H1.csv";
    private const string W1 = """
        {"symbol":"EURUSD","strategyId":"sma-cross","parameters":{"fast":10,"slow":30},"capital":1000000,
         "costs":{"size":"units:100000","spread":"0","commission":"notional:0.00007"}}
        """;

    [MarketDataFact(File)]
    public async Task RunBacktest_W1_IsExactAndKept()
    {
        JsonElement run = await host.JobAsync("/backtest/run", W1);

        Assert.Equal(2827, run.GetProperty("trades").GetInt32());
        Assert.Equal(-69613.146550, run.GetProperty("netProfit").GetDouble(), 1e-6);
        Assert.Equal(-6.961314655, run.GetProperty("returnPct").GetDouble(), 1e-8);
        Assert.Equal(-0.5996223, run.GetProperty("cagrPct").GetDouble(), 1e-6);
        Assert.Equal(-0.428883346, run.GetProperty("sharpe").GetDouble(), 1e-9);
        Assert.Equal(-0.596544948, run.GetProperty("sortino").GetDouble(), 1e-9);
        Assert.Equal(7.681516434, run.GetProperty("maxDrawdownPct").GetDouble(), 1e-8);
        Assert.Equal(0.913114534, run.GetProperty("profitFactor").GetDouble(), 1e-9);
        Assert.Equal(34.0997524, run.GetProperty("winPct").GetDouble(), 1e-6);
        Assert.Equal(-51109.146550, run.GetProperty("costs").GetProperty("commission").GetDouble(), 1e-6);
        Assert.False(run.TryGetProperty("expectancyR", out _));
        Assert.Equal("file:EURUSD", run.GetProperty("source").GetString());

        string id = run.GetProperty("runId").GetString()!;
        (_, JsonElement report) = await host.GetAsync($"/backtest/{id}");
        Assert.Equal("8c8182874c2c2cb415ae311c36c4b75ecf29a82b83bfe0e8b42b36d2774aae9b", report.GetProperty("orderListHash").GetString());
        Assert.Equal(77002.266460, report.GetProperty("metrics").GetProperty("maxDrawdown").GetDouble(), 1e-6);
        Assert.Equal("10", report.GetProperty("parameters").GetProperty("fast").ToString());
        Assert.Equal(12, report.GetProperty("byYear").GetArrayLength());
        Assert.True(report.GetProperty("trialsSoFar").GetInt64() >= 1);

        (_, JsonElement trades) = await host.GetAsync($"/backtest/{id}/trades?limit=2");
        Assert.Equal(2827, trades.GetProperty("total").GetInt32());
        Assert.Equal(2827, trades.GetProperty("trades")[0].GetProperty("n").GetInt32());
        Assert.Equal("2018-12-31T17:00:00.000Z", trades.GetProperty("trades")[0].GetProperty("closedAt").GetString());
        (_, JsonElement next) = await host.GetAsync($"/backtest/{id}/trades?limit=2&cursor={trades.GetProperty("nextCursor").GetString()}");
        Assert.Equal(2825, next.GetProperty("trades")[0].GetProperty("n").GetInt32());

        (_, JsonElement equity) = await host.GetAsync($"/backtest/{id}/equity?points=50");
        JsonElement[] rows = [.. equity.GetProperty("rows").EnumerateArray()];
        Assert.Equal(50, rows.Length);
        Assert.True(equity.GetProperty("downsampled").GetBoolean());
        Assert.Equal(930386.853450, rows[^1][1].GetDouble(), 1e-6);
        Assert.InRange(rows.Max(r => r[2].GetDouble()), 7.5, 7.6816);

        (_, JsonElement list) = await host.GetAsync("/backtest?strategyId=sma-cross");
        Assert.Contains(list.GetProperty("runs").EnumerateArray(), r => r.GetProperty("runId").GetString() == id && r.GetProperty("trades").GetInt32() == 2827);
        Assert.True(System.IO.File.Exists(host.Workspace.InHome("reports", "backtests", id, "report.html")));
    }

    [MarketDataFact(File)]
    public async Task RunMonteCarlo_OfW1_HasTheGoldenPercentiles()
    {
        string id = (await host.JobAsync("/backtest/run", W1)).GetProperty("runId").GetString()!;

        JsonElement shuffled = await host.JobAsync($"/backtest/{id}/monte-carlo", """{"method":"shuffle","runs":1000,"seed":20240101}""");
        JsonElement blocks = await host.JobAsync($"/backtest/{id}/monte-carlo", """{"method":"block","runs":1000,"seed":777}""");

        Assert.Equal(-6.9613, shuffled.GetProperty("returnPct").GetProperty("p50").GetDouble(), 0.01);
        Assert.Equal(-13.1637409, blocks.GetProperty("returnPct").GetProperty("p5").GetDouble(), 1e-4);
        Assert.Equal(-7.0603070, blocks.GetProperty("returnPct").GetProperty("p50").GetDouble(), 1e-4);
        Assert.Equal(0.954, blocks.GetProperty("lossProbability").GetDouble(), 1e-9);
        Assert.Equal(0, shuffled.GetProperty("ruinProbability").GetDouble());
    }

    [MarketDataFact(File)]
    public async Task AnalyzeCostSensitivity_OfW1_BreaksEvenWhereTheCommissionEatsTheProfit()
    {
        string id = (await host.JobAsync("/backtest/run", W1)).GetProperty("runId").GetString()!;

        JsonElement costs = await host.JobAsync($"/backtest/{id}/costs", """{"multipliers":[1,0,2]}""");

        double[] profits = [.. costs.GetProperty("rows").EnumerateArray().Select(r => r.GetProperty("netProfit").GetDouble())];
        Assert.Equal(-69613.146550, profits[1], 1e-6);
        Assert.Equal(51109.146550, profits[0] - profits[1], 1e-6);
        Assert.Equal(51109.146550, profits[1] - profits[2], 1e-6);
        Assert.False(costs.TryGetProperty("breakEvenMultiplier", out _));
        Assert.Equal([0, 1, 2, 3], costs.GetProperty("delayBars").EnumerateArray().Select(d => d.GetProperty("delay").GetInt32()));
        Assert.Equal(-69613.146550, costs.GetProperty("delayBars")[0].GetProperty("netProfit").GetDouble(), 1e-6);
    }

    [MarketDataFact(File)]
    public async Task CompareBacktests_OfTwo_TellsBestDifferenceAndChance()
    {
        string first = (await host.JobAsync("/backtest/run", W1)).GetProperty("runId").GetString()!;
        string second = (await host.JobAsync("/backtest/run", W1.Replace("\"slow\":30", "\"slow\":50", StringComparison.Ordinal))).GetProperty("runId").GetString()!;

        (int status, JsonElement compared) = await host.PostAsync("/backtest/compare", $$"""{"runIds":["{{first}}","{{second}}"]}""");

        Assert.Equal(200, status);
        Assert.True(compared.GetProperty("comparable").GetBoolean());
        Assert.Equal(
            ["30", "50"],
            compared.GetProperty("differences").EnumerateArray().Single(d => d.GetProperty("setting").GetString()!.EndsWith(".slow", StringComparison.Ordinal)).GetProperty("values").EnumerateObject().Select(v => v.Value.GetString()));
        double[] sharpes = [.. compared.GetProperty("rows").EnumerateArray().Select(r => r.GetProperty("metrics").GetProperty("sharpe").GetDouble())];
        Assert.Equal(sharpes[0] > sharpes[1] ? first : second, compared.GetProperty("best").GetProperty("sharpe").GetString());
        Assert.InRange(compared.GetProperty("pValue").GetDouble(), 0, 1);
    }

    [MarketDataFact(File)]
    public async Task RunParameterSweep_RanksKeepsAndIsJudged()
    {
        JsonElement sweep = await host.JobAsync(
            "/backtest/sweep", """{"symbol":"EURUSD","strategyId":"sma-cross","grid":{"fast":{"from":5,"to":15,"step":5},"slow":[20,40]},"metric":"netProfit","from":"2016-01-01T00:00:00Z"}""");

        Assert.Equal(6, sweep.GetProperty("tried").GetInt32());
        double[] profits = [.. sweep.GetProperty("best").EnumerateArray().Select(b => b.GetProperty("metrics").GetProperty("netProfit").GetDouble())];
        Assert.Equal(profits.OrderDescending(), profits);
        Assert.Equal(2, sweep.GetProperty("heatmap").GetProperty("cells")[0].GetArrayLength());
        Assert.Contains("gives no stops", sweep.GetProperty("summary").GetString(), StringComparison.Ordinal);

        JsonElement judged = await host.JobAsync("/backtest/overfit", $$"""{"sweepId":"{{sweep.GetProperty("sweepId").GetString()}}","splits":8}""");
        Assert.InRange(judged.GetProperty("pbo").GetDouble(), 0, 1);
        Assert.Equal(6, judged.GetProperty("trials").GetInt64());
        Assert.Equal(sweep.GetProperty("deflatedSharpe").GetDouble(), judged.GetProperty("deflatedSharpe").GetDouble(), 1e-9);
    }

    [MarketDataFact(File)]
    public async Task RunWalkForward_WithAGrid_TradesWhatItChoseBefore()
    {
        JsonElement walk = await host.JobAsync(
            "/backtest/walk-forward", """{"symbol":"EURUSD","strategyId":"sma-cross","grid":{"fast":[5,10],"slow":[20,40]},"folds":3}""");

        JsonElement[] folds = [.. walk.GetProperty("folds").EnumerateArray()];
        Assert.Equal(3, folds.Length);
        Assert.All(folds, f => Assert.True(
            f.GetProperty("train").GetProperty("to").GetDateTime() < f.GetProperty("test").GetProperty("from").GetDateTime()
            && f.GetProperty("parameters").GetProperty("fast").GetDouble() is 5 or 10));
        Assert.Equal(0.7, folds[0].GetProperty("train").GetProperty("bars").GetDouble() / (folds[0].GetProperty("train").GetProperty("bars").GetDouble() + folds[0].GetProperty("test").GetProperty("bars").GetDouble()), 1e-3);
        (_, JsonElement kept) = await host.GetAsync($"/backtest/{walk.GetProperty("runId").GetString()}");
        Assert.Equal(walk.GetProperty("oosMetrics").GetProperty("netProfit").GetDouble(), kept.GetProperty("metrics").GetProperty("netProfit").GetDouble(), 1e-6);
    }

    [Fact]
    public async Task CheckLookahead_OfAnHonestStrategy_FindsNothing()
    {
        JsonElement check = await host.JobAsync("/backtest/lookahead", """{"symbol":"EURUSD","strategyId":"sma-cross","cuts":3}""");

        Assert.False(check.GetProperty("leaked").GetBoolean());
        Assert.Empty(check.GetProperty("mismatches").EnumerateArray());
        Assert.True(check.GetProperty("checkedBars").GetInt64() > 0);
    }

    [Theory]
    [InlineData("/backtest/run", """{"symbol":"EURUSD","strategyId":"sma-crossed"}""", "NOT_FOUND", "Did you mean sma-cross?")]
    [InlineData("/backtest/run", """{"symbol":"EURUSDX","strategyId":"sma-cross"}""", "SYMBOL_UNKNOWN", "")]
    [InlineData("/backtest/run", """{"symbol":"EURUSD","strategyId":"sma-cross","parameters":{"fast":5000}}""", "VALIDATION_ERROR", "it must be a whole number, 1 to 1000")]
    [InlineData("/backtest/run", """{"symbol":"EURUSD","strategyId":"sma-cross","costs":{"spred":"0"}}""", "VALIDATION_ERROR", "did you mean spread?")]
    [InlineData("/backtest/run", """{"symbol":"EURUSD","strategyId":"sma-cross","costs":{"spread":"tight"}}""", "VALIDATION_ERROR", "spread is 'tight'; write recorded")]
    [InlineData("/backtest/run", """{"symbol":"EURUSD","strategyId":"sma-cross","from":"2020-01-01T00:00:00Z","to":"2019-01-01T00:00:00Z"}""", "VALIDATION_ERROR", "Must be after from")]
    [InlineData("/backtest/run", """{"symbol":"EURUSD","strategyId":"sma-cross","from":"2031-01-01T00:00:00Z"}""", "DATA_UNAVAILABLE", "has no bar in that span")]
    [InlineData("/backtest/run", """{"symbol":"EURUSD,EURUSD","strategyId":"sma-cross"}""", "VALIDATION_ERROR", "named twice")]
    [InlineData("/backtest/sweep", """{"symbol":"EURUSD","strategyId":"sma-cross","grid":{"fast":{"from":1,"to":100000,"step":1},"slow":{"from":1,"to":10000,"step":1}}}""", "LIMIT_EXCEEDED", "1,000,000,000 combinations")]
    [InlineData("/backtest/sweep", """{"symbol":"EURUSD","strategyId":"sma-cross","grid":{"fast":"many"}}""", "VALIDATION_ERROR", "fast must be a list of numbers")]
    [InlineData("/backtest/sweep", """{"symbol":"EURUSD","strategyId":"sma-cross","grid":{"fast":[5,6]},"metric":"sharp"}""", "VALIDATION_ERROR", "Did you mean 'sharpe'?")]
    [InlineData("/backtest/walk-forward", """{"symbol":"EURUSD","strategyId":"sma-cross","grid":{"fast":{"from":1,"to":2000,"step":1}}}""", "LIMIT_EXCEEDED", "1000 are the most")]
    [InlineData("/backtest/overfit", """{"splits":8}""", "VALIDATION_ERROR", "either runId or sweepId")]
    [InlineData("/backtest/overfit", """{"sweepId":"swp_01ARZ3NDEKTSV4RRFFQ69G5FAV","splits":7}""", "VALIDATION_ERROR", "7 is odd")]
    [InlineData("/backtest/overfit", """{"sweepId":"swp_01ARZ3NDEKTSV4RRFFQ69G5FAV"}""", "NOT_FOUND", "no sweep")]
    [InlineData("/backtest/bt_01ARZ3NDEKTSV4RRFFQ69G5FAV/costs", "{}", "NOT_FOUND", "no backtest")]
    [InlineData("/backtest/bt_01ARZ3NDEKTSV4RRFFQ69G5FAV/monte-carlo", "{}", "NOT_FOUND", "no backtest")]
    public async Task Job_Unfit_FailsWithTheReason(string path, string body, string code, string why)
    {
        (_, JsonElement answer) = await host.PostAsync(path, body);
        for (int i = 0; i < 30 && answer.TryGetProperty("status", out JsonElement status) && status.GetString() is "queued" or "running"; i++)
        {
            (_, answer) = await host.GetAsync($"/jobs/{answer.GetProperty("jobId").GetString()}/result");
        }

        Assert.Equal(code, RestHost.Code(answer));
        Assert.Contains(why, answer.GetProperty("error").ToString(), StringComparison.Ordinal);
    }

    [MarketDataFact(File)]
    public async Task CancelJob_OfASweep_EndsItAndKeepsItsTrialsForTheNext()
    {
        const string Sweep = """{"symbol":"EURUSD","strategyId":"sma-cross","grid":{"fast":{"from":2,"to":201,"step":1},"slow":{"from":210,"to":309,"step":1}},"maxRuns":10000,"metric":"sortino"}""";
        Task<(int, JsonElement Answer)> asked = host.PostAsync("/backtest/sweep", Sweep);
        string? id = null;
        for (int i = 0; i < 600 && id is null; i++)
        {
            (_, JsonElement jobs) = await host.GetAsync("/jobs?status=running");
            id = jobs.GetProperty("jobs").EnumerateArray().Where(j => j.GetProperty("capability").GetString() == "run_parameter_sweep" && j.GetProperty("progressPct").GetDouble() > 5).Select(j => j.GetProperty("jobId").GetString()).FirstOrDefault();
            await Task.Delay(100);
        }

        (int status, _) = await host.PostAsync($"/jobs/{id}/cancel", "{}");

        Assert.Equal(200, status);
        JsonElement ended = (await asked).Answer;
        for (int i = 0; i < 30 && ended.GetProperty("status").GetString() == "running"; i++)
        {
            (_, ended) = await host.GetAsync($"/jobs/{id}/result");
        }

        Assert.Equal("cancelled", ended.GetProperty("status").GetString());
        string log = Assert.Single(Directory.GetFiles(host.Workspace.InHome("reports"), "sweep-*.log"));
        Assert.True(System.IO.File.ReadLines(log).Count() > 1);
    }

    [Fact]
    public async Task GetBacktest_OfAnIdThatIsAPath_IsNotFound()
    {
        (int status, JsonElement answer) = await host.GetAsync("/backtest/..%2F..%2Fkeys");

        Assert.Equal((404, "NOT_FOUND"), (status, RestHost.Code(answer)));
    }
}
