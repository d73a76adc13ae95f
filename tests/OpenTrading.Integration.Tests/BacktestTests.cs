using System.Text.Json;
using OpenTrading.Integration.Tests.Program;
using OpenTrading.Tests.Shared.Plugins;

namespace OpenTrading.Integration.Tests;

/// <summary>The backtest command of the real program.</summary>
public sealed class BacktestTests : IDisposable
{
    private const string Thrower = """
        [Strategy("thrower")]
        public sealed class Thrower(int bars = 50) : Strategy
        {
            public override void OnBar(StrategyContext context)
            {
                if (context.BarsSeen == bars)
                {
                    throw new InvalidOperationException("no more");
                }

                if (context.BarsSeen % 10 == 0)
                {
                    context.Buy("ten");
                }
            }
        }
        """;

    // What a strategy gets wrong, each on every tenth bar.
    private const string Misplacer = """
        [Strategy("misplacer")]
        public sealed class Misplacer([Parameter(0, 4)] int mode = 0) : Strategy
        {
            public override void OnBar(StrategyContext context)
            {
                if (context.BarsSeen % 10 != 0)
                {
                    return;
                }

                double close = context.Bar.Close;
                context.Emit(new Signal
                {
                    Action = SignalAction.Buy,
                    Entry = mode switch { 2 => OrderType.StopLimit, 3 => OrderType.Limit, _ => OrderType.Market },
                    EntryPrice = mode == 3 ? 9e8 : close,
                    Stop = mode == 0 ? Level.At(close + 0.01) : Level.At(close - 0.01),
                    Target = mode == 1 ? Level.At(close - 0.01) : mode == 4 ? Level.At(9e8) : null,
                    Reason = "misplaced",
                });
            }
        }
        """;

    // The first run keeps its closes where the next one finds them, so that the next one trades on another past than the first.
    private const string Leaker = """
        [Strategy("leaker")]
        public sealed class Leaker : Strategy
        {
            private static int s_runs;
            private readonly int _run = s_runs++;

            public override void OnBar(StrategyContext context)
            {
                if (context.BarsSeen % (10 + _run) == 0)
                {
                    context.Buy("from elsewhere");
                }
            }
        }
        """;

    private readonly Workspace _workspace = new();

    public void Dispose() => _workspace.Dispose();

    [MarketDataFact("EURUSD_H1.csv")]
    public async Task Backtest_W1OnTwelveYearsOfEurusd_IsExact()
    {
        JsonElement result = (await BacktestAsync(
            ReferenceFiles.MarketData("EURUSD_H1.csv"), "--set", "fast=10", "--set", "slow=30", "--cash", "1000000", "--size", "units:100000", "--spread", "0", "--commission", "notional:0.00007", "--risk", "off",
            "--benchmark", "3", "--json")).RequireSuccess().Json;

        JsonElement report = result.GetProperty("report");
        JsonElement summary = report.GetProperty("summary");
        Assert.Equal(2828, summary.GetProperty("fills").GetInt32());
        Assert.Equal(2827, summary.GetProperty("closedTrades").GetInt32());
        Assert.Equal(930386.853450, summary.GetProperty("finalEquity").GetDouble(), 1e-6);
        Assert.Equal("8c8182874c2c2cb415ae311c36c4b75ecf29a82b83bfe0e8b42b36d2774aae9b", report.GetProperty("orderListHash").GetString());
        JsonElement benchmark = result.GetProperty("run").GetProperty("benchmark");
        Assert.Equal(3, benchmark.GetProperty("runs").GetInt32());
        Assert.True(benchmark.GetProperty("bestBarsPerSecond").GetDouble() >= benchmark.GetProperty("medianBarsPerSecond").GetDouble());
    }

    [Fact]
    public async Task Backtest_UnderTheConfiguredRules_TradesAsTheReplayDoes()
    {
        string file = Waves(1500);
        (await _workspace.ImportAsync(file)).RequireSuccess();
        string[] same = ["--symbol", "EURUSD", "--timeframe", "H1", "--strategy", "sma-rsi-baseline", "--strategy", "volatility-breakout", "--json"];

        JsonElement replay = (await _workspace.RunAsync(["replay", .. same])).RequireSuccess().Json;
        JsonElement backtest = (await _workspace.RunAsync(
            ["backtest", .. same, "--account", "hedging", "--leverage", "100", "--money-rounding", "currency", "--swap", "instrument"])).RequireSuccess().Json.GetProperty("report");

        Assert.NotEqual(0, backtest.GetProperty("summary").GetProperty("fills").GetInt32());
        Assert.Equal(replay.GetProperty("summary").GetProperty("orderListHash").GetString(), backtest.GetProperty("orderListHash").GetString());
        Assert.Equal(replay.GetProperty("summary").GetProperty("finalEquity").GetDouble(), backtest.GetProperty("summary").GetProperty("finalEquity").GetDouble(), 1e-6);
    }

    [Fact]
    public async Task Backtest_Twice_WritesTheSameReport()
    {
        string file = Waves(600);
        string[] reports = ["one", "two"];
        foreach (string folder in reports)
        {
            (await BacktestAsync(file, "--risk", "off", "--size", "lots:0.1", "--report", folder)).RequireSuccess();
        }

        byte[][] bytes = [.. reports.Select(r => File.ReadAllBytes(Path.Combine(_workspace.Folder, r, "report.json")))];
        Assert.Equal(bytes[0], bytes[1]);
        Assert.True(File.Exists(Path.Combine(_workspace.Folder, "one", "run-info.json")));
    }

    [Fact]
    public async Task Backtest_StrategyThrowsAtBarN_IsTakenOutThereAndSaidSo()
    {
        Directory.CreateDirectory(_workspace.InHome("strategies", "scripts"));
        await File.WriteAllTextAsync(_workspace.InHome("strategies", "scripts", "thrower.csx"), Thrower);

        JsonElement report = (await _workspace.RunAsync(
            "backtest", "--data", Waves(200), "--symbol", "EURUSD", "--timeframe", "H1", "--strategy", "thrower", "--risk", "off", "--size", "lots:0.1", "--json")).RequireSuccess().Json.GetProperty("report");

        JsonElement warning = report.GetProperty("warnings").EnumerateArray().First(w => w.GetProperty("code").GetString() == "strategy_failed");
        Assert.Contains("thrower was taken out on the bar of", warning.GetProperty("message").GetString(), StringComparison.Ordinal);
        Assert.Contains("no more", warning.GetProperty("message").GetString(), StringComparison.Ordinal);
        Assert.Equal(4, report.GetProperty("summary").GetProperty("fills").GetInt32());
    }

    [Theory]
    [InlineData("off", 0, "20 orders were refused, the first on the bar of 2020-01-06 09:00: a stop or target on the wrong side (EURUSD buy 0.10 lots: the stop ")]
    [InlineData("off", 1, "20 orders were refused, the first on the bar of 2020-01-06 09:00: a stop or target on the wrong side (EURUSD buy 0.10 lots: the target ")]
    [InlineData("config", 0, " orders were refused, the first on the bar of 2020-01-06 09:00: risk rule sl_tp_side (EURUSD buy 0.10 lots: sl_tp_side: ")]
    [InlineData("off", 2, "20 signals or intents led to no order, the first on the bar of 2020-01-06 09:00: its entry is a stop-limit")]
    [InlineData("off", 3, "20 signals or intents led to no order, the first on the bar of 2020-01-06 09:00: its entry price is 900000000; it must be above 0 and below 4000")]
    [InlineData("config", 4, "its target is 900000000; it must be above 0 and below 4000")]
    public async Task Backtest_LevelsThatCannotBe_AreRefusedCountedAndToldWithTheirPrices(string risk, int mode, string told)
    {
        Directory.CreateDirectory(_workspace.InHome("strategies", "scripts"));
        await File.WriteAllTextAsync(_workspace.InHome("strategies", "scripts", "misplacer.csx"), Misplacer);
        string[] run = ["backtest", "--data", Waves(200), "--symbol", "EURUSD", "--timeframe", "H1", "--strategy", "misplacer", "--set", $"mode={mode}", "--risk", risk, "--size", "lots:0.1"];

        string text = (await _workspace.RunAsync(run)).RequireSuccess().Output;
        JsonElement report = (await _workspace.RunAsync([.. run, "--json"])).RequireSuccess().Json.GetProperty("report");

        Assert.Contains(told, text, StringComparison.Ordinal);
        Assert.Contains(report.GetProperty("warnings").EnumerateArray(), w => w.GetProperty("message").GetString()!.Contains(told, StringComparison.Ordinal));
        Assert.Equal(0, report.GetProperty("summary").GetProperty("fills").GetInt32());
        JsonElement[] rejections = [.. report.GetProperty("rejections").EnumerateArray()];
        Assert.Equal(mode < 2 ? 20 : rejections.Length, rejections.Length);
        Assert.All(rejections, r => Assert.NotEqual("", r.GetProperty("detail").GetString()));
    }

    [Fact]
    public async Task Backtest_PortfolioUnderTheRules_SharesOneAccount()
    {
        string file = Waves(1500);
        foreach (string symbol in (string[])["EURUSD", "GBPUSD"])
        {
            (await _workspace.RunAsync("import", file, "--symbol", symbol, "--timeframe", "H1")).RequireSuccess();
        }

        // One position at a time: the second instrument wants what the first one does, at the same moment, and comes after it.
        _workspace.Variables["OPENTRADING__RISK__MAX_POSITIONS__N"] = "1";
        string[] same = ["--timeframe", "H1", "--strategy", "sma-rsi-baseline", "--strategy", "volatility-breakout", "--account", "hedging", "--leverage", "100", "--json"];
        JsonElement alone = (await _workspace.RunAsync(["backtest", "--symbol", "EURUSD", .. same])).RequireSuccess().Json.GetProperty("report");
        JsonElement both = (await _workspace.RunAsync(["backtest", "--symbol", "EURUSD,GBPUSD", .. same])).RequireSuccess().Json.GetProperty("report");

        Assert.NotEqual(0, alone.GetProperty("fills").GetArrayLength());
        Assert.Equal(alone.GetProperty("orderListHash").GetString(), both.GetProperty("orderListHash").GetString());
        JsonElement[] refused = [.. both.GetProperty("rejections").EnumerateArray().Where(r => r.GetProperty("reason").GetString() == "risk rule max_positions")];
        Assert.NotEmpty(refused);
        Assert.All(refused, r => Assert.Equal("GBPUSD", r.GetProperty("symbol").GetString()));
        Assert.Contains(
            both.GetProperty("warnings").EnumerateArray(),
            w => w.GetProperty("count").GetInt64() == refused.Length && w.GetProperty("message").GetString()!.Contains("risk rule max_positions (GBPUSD ", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Sweep_RanksTheCombinationsAndReportsTheBest()
    {
        JsonElement result = (await BacktestAsync(
            Waves(1500), "--risk", "off", "--size", "lots:0.1", "--sweep", "fast=5..15:5", "--sweep", "slow=20,40", "--objective", "netProfit", "--overfitting", "--walk-forward", "400/200", "--json")).RequireSuccess().Json;

        JsonElement sweep = result.GetProperty("sweep");
        Assert.Equal(6, sweep.GetProperty("trials").GetInt32());
        double[] objectives = [.. sweep.GetProperty("best").EnumerateArray().Select(t => t.GetProperty("objective").GetDouble())];
        Assert.Equal(objectives.OrderDescending(), objectives);
        JsonElement report = result.GetProperty("report");
        Assert.Equal(objectives[0], report.GetProperty("summary").GetProperty("netProfit").GetDouble(), 1e-6);
        Assert.Equal(JsonValueKind.Object, report.GetProperty("robustness").ValueKind);
        Assert.Empty(Directory.GetFiles(_workspace.InHome("reports"), "sweep-*"));
    }

    [Fact]
    public async Task Sweep_WithoutATrade_SaysSoInsteadOfAnEmptyTable()
    {
        string file = Waves(200);
        string told = (await BacktestAsync(file, "--risk", "off", "--sweep", "fast=5,10", "--sweep", "slow=20,40")).RequireSuccess().Output;
        Outcome one = (await BacktestAsync(file, "--risk", "off")).RequireSuccess();

        Assert.Contains("none of them has a value of sharpe", told, StringComparison.Ordinal);
        Assert.DoesNotContain("final equity by fast", told, StringComparison.Ordinal);
        Assert.Contains("give the strategy a stop, or a size such as lots:0.1", one.Output + one.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Backtest_Doubted_TellsOtherOrdersDearerTradingAndNoLookAhead()
    {
        JsonElement robustness = (await BacktestAsync(
            Waves(1500), "--risk", "off", "--size", "lots:0.1", "--monte-carlo", "200", "--cost-stress", "--look-ahead", "--json")).RequireSuccess().Json.GetProperty("report").GetProperty("robustness");

        Assert.Equal(4, robustness.GetProperty("monteCarlo").GetArrayLength());
        double[] profits = [.. robustness.GetProperty("costStress").EnumerateArray().Select(r => r.GetProperty("netProfit").GetDouble())];
        Assert.Equal(profits.OrderDescending(), profits);
        Assert.Equal(JsonValueKind.Object, robustness.GetProperty("lookAhead").ValueKind);
    }

    [Theory]
    [InlineData("csx")]
    [InlineData("dll")]
    public async Task Backtest_OfAStrategyThatKnowsTheLastBar_FailsTheLookAheadTest(string form)
    {
        // It learns the end of its run from outside the contract: how often an equal object was asked before.
        if (form == "dll")
        {
            PluginCompiler.Drop(_workspace.InHome("strategies"), "Leaker", "using OpenTrading.Sdk.Strategies;\n" + Leaker, sdk: null);
        }
        else
        {
            Directory.CreateDirectory(_workspace.InHome("strategies", "scripts"));
            await File.WriteAllTextAsync(_workspace.InHome("strategies", "scripts", "leaker.csx"), Leaker);
        }

        JsonElement report = (await _workspace.RunAsync(
            "backtest", "--data", Waves(400), "--symbol", "EURUSD", "--timeframe", "H1", "--strategy", "leaker", "--risk", "off", "--size", "lots:0.1", "--look-ahead", "--json")).RequireSuccess().Json.GetProperty("report");

        JsonElement difference = report.GetProperty("robustness").GetProperty("lookAhead").GetProperty("difference");
        Assert.Equal("confidence", difference.GetProperty("series").GetString());
        Assert.True(difference.GetProperty("bar").GetInt32() < difference.GetProperty("cut").GetInt32());
    }

    [Theory]
    [InlineData(2, "--sweep 'fast=0..1000000000'", "--sweep", "fast=0..1000000000")]
    [InlineData(2, "at most 1,000,000 are made", "--sweep", "fast=1..1000", "--sweep", "slow=2..2000")]
    [InlineData(2, "sma-cross: fast is '5000'; it must be a whole number, 1 to 1000", "--sweep", "fast=5000,6000")]
    [InlineData(2, "There is no metric 'sharp'", "--sweep", "fast=5,6", "--objective", "sharp")]
    [InlineData(2, "sma-cross: slow is '1'; it must be a whole number, 2 to 2000", "--set", "slow=1")]
    [InlineData(2, "--spread is 'tight'; write recorded", "--spread", "tight")]
    [InlineData(2, "--risk is 'maybe'; write off, config for the rules of the configuration in force, or a profile", "--risk", "maybe")]
    [InlineData(2, ": live, opentrading, paper, prop-ftmo-1step, prop-ftmo-2step, prop-the5ers, prop-trailing.", "--risk", "instruments")]
    [InlineData(2, "prop-trailing. Did you mean prop-trailing?", "--risk", "prop-trialing")]
    [InlineData(2, "--risk is 'config/prop-none.toml'; write off", "--risk", "config/prop-none.toml")]
    [InlineData(2, "A delay in milliseconds needs ticks", "--delay", "300ms")]
    [InlineData(2, "--walk-forward is", "--sweep", "fast=5,6", "--walk-forward", "400/200:backwards")]
    [InlineData(2, "--k-fold is '5'; write K/HORIZON/EMBARGO", "--sweep", "fast=5,6", "--k-fold", "5")]
    [InlineData(3, "no bar lies from 2031", "--from", "2031-01-01")]
    public async Task Backtest_Unfit_IsRefusedWithTheReason(int exitCode, string why, params string[] arguments)
    {
        string[] risk = arguments.Contains("--risk") ? [] : ["--risk", "off"];

        Outcome refused = await BacktestAsync(Waves(100), [.. risk, .. arguments]);

        Assert.Contains(why, refused.Complaint, StringComparison.Ordinal);
        Assert.Equal(exitCode, refused.ExitCode);
    }

    [Fact]
    public async Task Compare_TwoReports_WritesThePageAndTellsWhatDiffers()
    {
        string file = Waves(600);
        (await BacktestAsync(file, "--risk", "off", "--size", "lots:0.1", "--report", "cross")).RequireSuccess();
        (await BacktestAsync(file, "--risk", "off", "--size", "lots:0.1", "--set", "slow=60", "--report", "slower")).RequireSuccess();

        JsonElement compared = (await _workspace.RunAsync("backtest", "compare", "cross", "slower/report.json", "--report", "compared", "--json")).RequireSuccess().Json;

        Assert.Equal(["cross", "slower"], compared.GetProperty("runs").EnumerateArray().Select(r => r.GetProperty("name").GetString()));
        Assert.Equal(["30", "60"], compared.GetProperty("differences").GetProperty("strategy.sma-cross.slow").EnumerateArray().Select(v => v.GetString()));
        Assert.Contains("2 runs side by side", await File.ReadAllTextAsync(Path.Combine(_workspace.Folder, "compared", "comparison.html")), StringComparison.Ordinal);
        Outcome refused = await _workspace.RunAsync("backtest", "compare", "cross", "nowhere");
        Assert.Equal((2, true), (refused.ExitCode, refused.Complaint.Contains("There is no report of 'nowhere'", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Sweep_WalkedAnewAndFolded_TellsBoth()
    {
        JsonElement robustness = (await BacktestAsync(
            Waves(1500), "--risk", "off", "--size", "lots:0.1", "--sweep", "fast=5,15", "--sweep", "slow=20,40", "--walk-forward", "400/200:anchored:rerun", "--k-fold", "5/10/0.01", "--json"))
            .RequireSuccess().Json.GetProperty("report").GetProperty("robustness");

        JsonElement walk = robustness.GetProperty("walkForward")[0];
        Assert.Equal(("anchored", "rerun", 5), (walk.GetProperty("mode").GetString(), walk.GetProperty("runs").GetString(), walk.GetProperty("windows").GetArrayLength()));
        JsonElement[] folds = [.. robustness.GetProperty("kFold").GetProperty("folds").EnumerateArray()];
        Assert.Equal([1175, 1165, 1165, 1165, 1190], folds.Select(f => f.GetProperty("trainBars").GetInt32()));
    }

    [Fact]
    public async Task Backtest_OneBar_HasAReportThatClaimsNothing()
    {
        JsonElement summary = (await BacktestAsync(Waves(1), "--risk", "off", "--json")).RequireSuccess().Json.GetProperty("report").GetProperty("summary");

        Assert.Equal(0, summary.GetProperty("fills").GetInt32());
        Assert.Equal(JsonValueKind.Null, summary.GetProperty("sharpe").ValueKind);
    }

    private string Waves(int rows) => _workspace.Write("bars.csv", BarFile.Waves(rows));

    private Task<Outcome> BacktestAsync(string file, params string[] more) =>
        _workspace.RunAsync(["backtest", "--data", file, "--symbol", "EURUSD", "--timeframe", "H1", "--strategy", "sma-cross", .. more]);
}
