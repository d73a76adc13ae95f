using System.Globalization;
using System.Text.Json;
using OpenTrading.Integration.Tests.Program;

namespace OpenTrading.Integration.Tests;

/// <summary>Backtests under the limits of another configuration than the one in force.</summary>
public sealed class BacktestProfileTests : IDisposable
{
    // 11 entries on 110 bars, none of which ever ends.
    private const string Stacker = """
        [Strategy("stacker")]
        public sealed class Stacker : Strategy
        {
            public override void OnBar(StrategyContext context)
            {
                if (context.BarsSeen % 10 == 0)
                {
                    context.Emit(new Signal { Action = SignalAction.Buy, Stop = Level.At(1.16), Target = Level.At(1.3), Reason = "one more" });
                }
            }
        }
        """;

    private readonly Workspace _workspace = new();

    public BacktestProfileTests()
    {
        _workspace.Write("home/strategies/scripts/stacker.csx", Stacker);
        _workspace.Write("config/loose.toml", Profile(2));
        _workspace.Write("config/tight.toml", Profile(1));
        _workspace.Write("config/real.toml", Profile(2) + """

            env_lock = { env = "live", live_enabled = false }
            account_allowlist = { logins = ["5001234@Broker-Live"] }
            trading_state = { initial = "reduce_only" }
            total_dd_static = { initial = 10000 }
            news_blackout = { before = "none", after = "none" }
            """);
        _workspace.Write("bars.csv", BarFile.Waves(110));
    }

    public void Dispose() => _workspace.Dispose();

    [Theory]
    [InlineData("loose", 2)]
    [InlineData("tight", 1)]
    [InlineData("real", 2)]
    public async Task Backtest_UnderAProfile_IsRefusedWhatItsLimitsForbid(string profile, int positions)
    {
        JsonElement report = (await BacktestAsync(profile, "--json")).RequireSuccess().Json.GetProperty("report");

        Assert.Equal(positions, report.GetProperty("summary").GetProperty("fills").GetInt32());
        JsonElement[] rejections = [.. report.GetProperty("rejections").EnumerateArray()];
        Assert.Equal(11 - positions, rejections.Length);
        Assert.All(rejections, r => Assert.Equal("risk rule max_positions", r.GetProperty("reason").GetString()));
        Assert.All(rejections, r => Assert.Contains($"is {positions + 1} positions, limit <= {positions};", r.GetProperty("detail").GetString(), StringComparison.Ordinal));
        Assert.Equal(profile, report.GetProperty("config").GetProperty("risk").GetString());

        // What is no limit stays that of the configuration in force.
        Assert.Equal(10_000, report.GetProperty("config").GetProperty("cash").GetInt32());
    }

    [Fact]
    public async Task Backtest_OnTicks_IsHeldToTheAgeOfItsQuotesToo()
    {
        // A price that rises over 41 quarters of an hour, with a tick in their last second, but for the first at whose close the strategy buys.
        DateTime start = new(2024, 1, 8, 6, 0, 0, DateTimeKind.Utc);
        IEnumerable<string> ticks =
            from bar in Enumerable.Range(0, 41)
            from second in (int[])(bar == 9 ? [0, 600] : [0, 600, 899])
            select string.Create(CultureInfo.InvariantCulture, $"{start.AddSeconds((900 * bar) + second):yyyy-MM-dd HH:mm:ss}.000,1.18{bar:00}0,1.18{bar:00}2\n");
        _workspace.Write("ticks.csv", "time_utc,bid,ask\n" + string.Concat(ticks));

        Outcome run = await _workspace.RunAsync([.. Run.Select(a => a switch { "bars.csv" => "ticks.csv", "H1" => "M15", _ => a }), "--risk", "loose", "--json"]);

        JsonElement report = run.RequireSuccess().Json.GetProperty("report");
        Assert.Equal(2, report.GetProperty("summary").GetProperty("fills").GetInt32());
        Assert.Equal(["risk rule quote_max_age", "risk rule max_positions"], report.GetProperty("rejections").EnumerateArray().Select(r => r.GetProperty("reason").GetString()));
    }

    [Theory]
    [InlineData("tight", "tight")]
    [InlineData("Tight.toml", "tight")]
    [InlineData("config/tight.toml", "config/tight.toml")]
    [InlineData("elsewhere/mine.toml", "elsewhere/mine.toml")]
    [InlineData("mine.toml", "mine.toml")]
    public async Task Backtest_ProfileByNameOrPath_StandsInEveryFormOfTheReport(string written, string told)
    {
        _workspace.Write("elsewhere/mine.toml", Profile(1, "../config/paper.toml"));
        _workspace.Write("mine.toml", Profile(1, "config/paper.toml"));

        Outcome run = (await BacktestAsync(written, "--report", "report")).RequireSuccess();

        Assert.Contains($"risk rules {told}", run.Output, StringComparison.Ordinal);
        Assert.Contains("10 orders were refused", run.Output, StringComparison.Ordinal);
        Assert.Contains($"\"risk\": \"{told}\"", await File.ReadAllTextAsync(Path.Combine(_workspace.Folder, "report", "report.json")), StringComparison.Ordinal);
        Assert.Contains($">{told}<", await File.ReadAllTextAsync(Path.Combine(_workspace.Folder, "report", "report.html")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Backtest_UnderAShippedProfile_IsThatOfItsConfiguration()
    {
        string[] told = [];
        foreach (string[] limits in (string[][])[["--risk", "prop-trailing"], ["--config", "config/prop-trailing.toml", "--risk", "config"]])
        {
            JsonElement report = (await _workspace.RunAsync([.. Run, .. limits, "--json"])).RequireSuccess().Json.GetProperty("report");
            told = [.. told, $"{report.GetProperty("orderListHash").GetString()} {report.GetProperty("rejections").GetRawText()}"];
        }

        Assert.Equal(told[1], told[0]);
    }

    [Fact]
    public async Task Backtest_OverriddenLimit_OverridesTheProfilesToo()
    {
        _workspace.Variables["OPENTRADING__RISK__MAX_POSITIONS__N"] = "2";

        JsonElement report = (await BacktestAsync("tight", "--json")).RequireSuccess().Json.GetProperty("report");

        Assert.Equal(2, report.GetProperty("summary").GetProperty("fills").GetInt32());
    }

    [Fact]
    public async Task Backtest_ProfileWithFaults_ShowsThemAllWithTheirPlaces()
    {
        _workspace.Write("config/broken.toml", """
            extends = "paper.toml"

            [risk]
            max_positions = { n = "two" }
            daily_loss_max = { frac = 7 }

            [accounts]
            cahs = 5
            """);

        Outcome refused = await BacktestAsync("broken");

        Assert.Equal(78, refused.ExitCode);
        string[] faults = ["config/broken.toml:4:23: risk.max_positions.n ", "config/broken.toml:5:27: risk.daily_loss_max.frac ", "config/broken.toml:8:1: [accounts] cahs is unknown; did you mean cash?"];
        Assert.All(faults, fault => Assert.Contains(fault, refused.Error, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Backtest_Help_NamesTheProfiles() =>
        Assert.Contains("a profile, by its name, such as prop-trailing, or its path", string.Join(' ', (await _workspace.RunAsync("backtest", "--help")).Output.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)), StringComparison.Ordinal);

    private static readonly string[] Run =
    [
        "backtest", "--data", "bars.csv", "--symbol", "EURUSD", "--timeframe", "H1", "--strategy", "stacker", "--account", "hedging", "--size", "lots:0.01", "--spread", "0",
    ];

    private static string Profile(int positions, string parent = "paper.toml") => $$"""
        extends = "{{parent}}"

        [accounts]
        cash = 777

        [risk]
        max_positions = { n = {{positions}} }
        max_positions_per_symbol = { n = 20 }
        """;

    private Task<Outcome> BacktestAsync(string profile, params string[] more) => _workspace.RunAsync([.. Run, "--risk", profile, .. more]);
}
