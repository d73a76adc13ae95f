using OpenTrading.Host.Configuration;
using OpenTrading.Host.Home;
using OpenTrading.Host.Plugins;
using OpenTrading.Host.Running;
using OpenTrading.Host.Tests.Configuration;
using OpenTrading.Kernel.MarketStore;
using OpenTrading.Sdk.Capabilities;
using OpenTrading.Sdk.Data;
using OpenTrading.Sdk.Indicators;
using OpenTrading.Sdk.Market;
using OpenTrading.Sdk.Plugins;
using OpenTrading.Tests.Shared.Plugins;

namespace OpenTrading.Host.Tests.Running;

public sealed class PluginServicesTests : IDisposable
{
    private readonly ConfigFolder _config = new();
    private readonly HostConfiguration _configuration;
    private readonly HomeFolder _home;

    public PluginServicesTests()
    {
        _configuration = _config.Load(ConfigFolder.Mandatory + "[run]\nsymbol = \"EURUSD\"\n[plugins.probe]\nbars = 2");
        _home = HomeFolder.Open(_config["home"], _config["test.toml"]);
    }

    [Fact]
    public void Market_TakenWhileRegistering_HasPricesWithoutARunningHost()
    {
        Store();
        IPluginContext context = Services().For("Probe");
        IMarketData market = context.Market;

        MarketSymbol symbol = market.Resolve("EURUSD");

        Assert.Equal(2, market.Bars(symbol, Timeframe.H1, 10).Bars.Count);
        Assert.Equal(1.1m, market.Quote(symbol).Bid);
        Assert.Equal(["EURUSD"], context.Watchlists.Find()!);
    }

    [Fact]
    public void Market_HostStands_AnswersWithItsQuote()
    {
        Store();
        PluginServices services = Services();
        IMarketData market = services.For("Probe").Market;

        services.LiveQuote = s => new Quote(s, 1.2m, 1.3m, market.Now, "file:EURUSD");

        Assert.Equal(1.2m, market.Quote(market.Resolve("EURUSD")).Bid);
    }

    [Fact]
    public void Market_NothingStored_IsRefusedAndNotMadeUp() =>
        Assert.Equal(ErrorCode.DataUnavailable, Assert.Throws<CapabilityException>(() => Services().For("Probe").Market.Resolve("EURUSD")).Code);

    [Fact]
    public void State_OfTwoVersionsOfAPlugin_IsOne()
    {
        PluginServices services = Services();
        services.For("Probe").State.Set("a", "1");

        services.For("Probe").State.Set("b", "2");

        Assert.Equal(["a", "b"], services.For("Probe").State.Keys);
        Assert.Empty(services.For("Other").State.Keys);
        Assert.True(File.Exists(Path.Combine(_home.State, "plugins", "Probe.json")));
    }

    [Fact]
    public void Options_OfAPluginThatRegisters_ReachIt()
    {
        PluginCompiler.Drop(_home.Plugins, "Probe", """
            [PluginOptions("probe")]
            public sealed record ProbeOptions
            {
                [Option("bars", "how many", Min = 1, Max = 10)]
                public int Bars { get; init; } = 5;
            }

            public sealed record Answer : CapabilityResult;

            public sealed class Probe(ProbeOptions options)
            {
                [Capability("probe", "test", Effect.Read, "GET /probe")]
                public Answer Ask() => new() { Summary = options.Bars.ToString() };
            }

            public sealed class ProbePlugin : IPlugin
            {
                public void Register(IPluginRegistry registry) => registry.AddCapabilities(new Probe(registry.Context.Options<ProbeOptions>()));
            }
            """);
        HostConfiguration configuration = _configuration;

        using PluginSet plugins = HostPlugins.Load(ref configuration, _home, TimeProvider.System);

        Assert.Equal("2", configuration.Items.Single(i => i.Key == "plugins.probe.bars").Value);
        Plugin probe = plugins.Catalog.Find("Probe")!;
        Assert.True(probe.IsUsable, probe.Why);
        Assert.Equal("probe", Assert.Single(probe.Offers.Capabilities).Name);
    }

    [Fact]
    public void Indicators_OfAPlugin_StandBesideThoseOfTheSdk()
    {
        const string indicator = """
            [Indicator("half-close", Title = "Half", Kind = IndicatorKind.Average, Formula = "close / 2")]
            public sealed class HalfClose() : ScalarIndicator("half", 1)
            {
                public override double Update(in Bar bar) => Value = bar.Close / 2;
            }
            """;
        PluginCompiler.Drop(_home.Plugins, "Half", indicator);
        PluginCompiler.Drop(_home.Plugins, "Other", indicator);
        HostConfiguration configuration = _config.Load(ConfigFolder.Mandatory + "[run]\nsymbol = \"EURUSD\"");
        var services = new PluginServices(configuration, _home, TimeProvider.System);
        IIndicatorCatalog indicators = services.For("Probe").Indicators;

        using PluginSet plugins = HostPlugins.Load(ref configuration, _home, services);

        Assert.Equal(0.55, indicators.Require("Half_Close").Default.Start().Update(new Bar(default, 1, 1, 1, 1.1))[0]);
        Assert.Equal("rsi", indicators.Require("rsi").Name);
        Assert.Contains("indicator 'half_close' is already offered", plugins.Catalog.Find("Other")!.Why, StringComparison.Ordinal);
    }

    public void Dispose() => _config.Dispose();

    private PluginServices Services() => new(_configuration, _home, TimeProvider.System);

    private void Store()
    {
        var key = new SeriesKey("EURUSD", Timeframe.H1);
        var start = new DateTime(2024, 1, 8, 0, 0, 0, DateTimeKind.Utc);
        Bar[] bars = [.. Enumerable.Range(0, 2).Select(i => new Bar(start.AddHours(i), 1.1, 1.11, 1.09, 1.1, 7, double.NaN))];
        var store = new SeriesStore(_home.Store);
        using IDisposable held = store.Lock();
        store.Write(key, BarSeries.From("EURUSD", Timeframe.H1, key.Source, bars), 5, [new SourceFile("bars.csv", new string('a', 64))]);
    }
}
