using System.Text.Json;
using OpenTrading.Host.Configuration.Binding;
using OpenTrading.Host.Configuration;
using OpenTrading.Host.Plugins;
using OpenTrading.Host.Running.Backtests.Capabilities;
using OpenTrading.Host.Running.Backtests;
using OpenTrading.Host.Tests.Configuration;
using OpenTrading.Kernel.Backtesting.Runs;
using OpenTrading.Kernel.Risk.Gate;
using OpenTrading.Sdk.Capabilities;
using OpenTrading.Sdk.Market;
using OpenTrading.Sdk.Risk;
using OpenTrading.Sdk.Trading;

namespace OpenTrading.Host.Tests.Running.Backtests;

public sealed class RiskTermsTests : IDisposable
{
    private readonly ConfigFolder _config = new();

    public void Dispose() => _config.Dispose();

    [Fact]
    public void Read_Profile_BringsItsLimitsAndLeavesTheRest()
    {
        // Neither its instruments nor the section of its plugin are read.
        _config.Write("strict.toml", ConfigFolder.Mandatory + """
            [risk.money]
            sl_slippage_points = 3
            [market]
            instruments = "nowhere.toml"
            [plugins.scan]
            interval_s = 5
            """);
        HostConfiguration inForce = _config.Load(ConfigFolder.Mandatory);

        RiskTerms terms = RiskTerms.Read("STRICT.toml", inForce, PluginCatalog.Empty);

        Assert.Equal("strict", terms.Name);
        Assert.Same(inForce.Instruments, terms.Gate!.Instruments);
        Instrument eurusd = inForce.Instruments["EURUSD"];
        Assert.Equal((0m, 3m), (eurusd.StopSlippagePoints, terms.On(eurusd).StopSlippagePoints));
        Assert.NotEqual(RiskTerms.Read("config", inForce, PluginCatalog.Empty).Hash, terms.Hash);
        Assert.Equal("", RiskTerms.Read("off", inForce, PluginCatalog.Empty).Hash);
    }

    [Theory]
    [InlineData("paper", "paper@sim", TradingState.ReduceOnly)]
    [InlineData("live", "5001234@Broker-Live", TradingState.Active)]
    [InlineData("demo", "5001234@Broker-Demo", TradingState.Active)]
    public void Read_ProfileOfWhateverAccount_LimitsTheSimulatedOne(string environment, string login, TradingState state)
    {
        string text = $$"""
            [risk]
            env_lock = { env = "{{environment}}" }
            account_allowlist = { logins = ["{{login}}"] }
            trading_state = { initial = "reduce_only" }
            total_dd_static = { initial = 5000 }
            max_positions = { n = 4 }
            """;
        _config.Write("other.toml", text);
        HostConfiguration inForce = _config.Load(ConfigFolder.Mandatory);

        GateTerms gate = RiskTerms.Read("other", inForce, PluginCatalog.Empty).Gate!;

        BoundRule[] whose = [.. gate.Rules.Where(r => r.Declaration.Id is "env_lock" or "account_allowlist")];
        Assert.Equal([true, true], whose.Select(r => r.Check(Of(Simulated)).Result.Outcome == RuleOutcome.Pass));
        Assert.Equal([false, false], whose.Select(r => r.Check(Of(Simulated with { Login = login + "2", Kind = AccountKind.Real })).Result.Outcome == RuleOutcome.Pass));
        Assert.Equal(inForce.Rules.Select(r => r.Declaration.Id), gate.Rules.Select(r => r.Declaration.Id));
        Assert.Equal((state, 5000m), (gate.Settings.InitialState, gate.Settings.InitialCapital));
    }

    [Theory]
    [InlineData("[risk.spread_mx]\nbps = 3", "strict.toml:6:1: [risk.spread_mx] bps is unknown; did you mean risk.spread_max.bps?")]
    [InlineData("[risk.max_positions]\nn = 0", "strict.toml:6:5: risk.max_positions.n is 0; it must be 1 to 200")]
    public void Read_ProfileWithAFault_IsRefused(string text, string fault)
    {
        _config.Write("strict.toml", ConfigFolder.Mandatory + text);
        HostConfiguration inForce = _config.Load(ConfigFolder.Mandatory);

        var refused = Assert.Throws<ConfigurationException>(() => RiskTerms.Read("strict", inForce, PluginCatalog.Empty));

        Assert.EndsWith(fault, Assert.Single(refused.Errors).ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Names_AreConfigurationsAlone()
    {
        string[] files = ["strict.toml", "off.toml", "config.toml", "pairs.toml", "notes.txt"];
        Assert.All(files, file => _config.Write(file, ""));
        _config.Write("pairs.toml", File.ReadAllText(_config["instruments.toml"]));

        IReadOnlyList<string> names = new RiskProfiles(_config.Load(ConfigFolder.Mandatory + "[market]\ninstruments = \"pairs.toml\"")).Names;

        Assert.Equal(["strict", "test"], names.Intersect(["strict", "off", "config", "pairs", "instruments", "notes", "test"]));
    }

    [Theory]
    [InlineData("prop-trailing", true)]
    [InlineData("off", true)]
    [InlineData("strict.toml", false)]
    [InlineData("../strict", false)]
    [InlineData("..\\strict", false)]
    [InlineData("/etc/passwd", false)]
    public void Overrides_NameAProfileAndNeverAPlace(string risk, bool isTaken)
    {
        JsonElement costs = JsonSerializer.SerializeToElement(new Dictionary<string, string> { ["risk"] = risk });
        BacktestRequest request = new() { Symbols = ["EURUSD"], Timeframe = Timeframe.H1, Strategies = ["sma-cross"] };

        if (isTaken)
        {
            Assert.Equal(risk, Overrides.Apply(request, costs).Risk);
        }
        else
        {
            Assert.Contains("the name of a profile, without folder and ending", Assert.Throws<CapabilityException>(() => Overrides.Apply(request, costs)).Message, StringComparison.Ordinal);
        }
    }

    private static AccountSnapshot Simulated { get; } = new("paper@sim", AccountKind.Simulated, "USD", AccountMode.Netting, 5000m, 5000m, 0, 0, default);

    private static RiskContext Of(AccountSnapshot account) => new()
    {
        Order = new OrderIntent { Kind = OrderKind.Open, Symbol = "EURUSD", Side = OrderSide.Buy, Volume = 1, ReferencePrice = 1, Proposer = "strategy:s", IdempotencyKey = "k" },
        Class = OrderClass.Entry,
        Stage = GateStage.Pre,
        Now = default,
        Instrument = null,
        Quote = null,
        Account = account,
        Positions = [],
        Orders = [],
        State = new RiskState(),
        Rates = new CurrencyConverter(_ => null),
    };
}
