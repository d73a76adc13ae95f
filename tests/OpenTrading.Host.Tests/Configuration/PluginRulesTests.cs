using OpenTrading.Host.Configuration;
using OpenTrading.Host.Configuration.Binding;
using OpenTrading.Host.Plugins;
using OpenTrading.Host.Tests.Plugins;
using OpenTrading.Risk;

namespace OpenTrading.Host.Tests.Configuration;

public sealed class PluginRulesTests : IDisposable
{
    private readonly ConfigFolder _config = new();
    private readonly PluginFolder _plugins = new();

    public void Dispose()
    {
        _config.Dispose();
        _plugins.Dispose();
    }

    [Fact]
    public void Bind_RuleOfAPlugin_StandsBehindTheBuiltInOnesWithItsLimit()
    {
        _plugins.Drop("Limits", Rule("few_lots"));

        HostConfiguration bound = Bind("[risk.few_lots]\nlots = 0.5");

        Assert.Equal([.. BuiltIn, "few_lots"], bound.Rules.Select(r => r.Declaration.Id));
        Assert.Equal("0.5", bound.Items.Single(i => i.Key == "risk.few_lots.lots").Value);
    }

    [Fact]
    public void Bind_EnvironmentSetsALimit_ItCounts()
    {
        _plugins.Drop("Limits", Rule("few_lots"));

        HostConfiguration bound = Bind("", ("OPENTRADING__RISK__FEW_LOTS__LOTS", "0.7"));

        Assert.Equal("0.7", bound.Items.Single(i => i.Key == "risk.few_lots.lots").Value);
    }

    [Theory]
    [InlineData("[risk.few_lots]\nlots = 0", "lots is 0; it must be 0.01 to 100")]
    [InlineData("[risk.few_lots]\nlts = 1", "[risk.few_lots] lts is unknown; did you mean lots?")]
    [InlineData("[risk.few_lot]\nlots = 1", "[risk.few_lot] lots is unknown; did you mean")]
    [InlineData("[risk.sprad_max]\nbps = 3", "[risk.sprad_max] bps is unknown; did you mean risk.spread_max.bps?")]
    [InlineData("[risk.few_lots]\nenabled = false", "[risk.few_lots] enabled is unknown")]
    public void Bind_WrongLimit_RefusesTheConfiguration(string text, string fault)
    {
        _plugins.Drop("Limits", Rule("few_lots"));

        ConfigurationException refused = Assert.Throws<ConfigurationException>(() => Bind(text));

        Assert.Contains(fault, Assert.Single(refused.Errors).ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Bind_LimitWhosePluginIsRefused_RefusesTheConfigurationAndSaysWhy()
    {
        _plugins.Drop("Limits", Rule("few_lots"), sdk: "9.0.0");

        ConfigurationException refused = Assert.Throws<ConfigurationException>(() => Bind("[risk.few_lots]\nlots = 0.5"));

        Assert.Contains("[risk.few_lots] lots is unknown", refused.Errors[0].ToString(), StringComparison.Ordinal);
        Assert.Contains("it was built for OpenTrading.Sdk 9.0", refused.Errors[1].ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Bind_IdOfABuiltInRule_ItsPluginIsRefusedAndTheBuiltInRuleStays()
    {
        _plugins.Drop("Limits", Rule("spread_max"));

        using PluginSet plugins = _plugins.Load();

        Assert.Equal("risk rule id 'spread_max' is a built-in rule's; rename it.", plugins.Catalog.Find("Limits")!.Why);
        Assert.Equal(BuiltIn, Bind("").Rules.Select(r => r.Declaration.Id));
    }

    [Fact]
    public void Bind_OtherCodeOfARule_OtherConfigHash()
    {
        _plugins.Drop("Limits", Rule("few_lots"));
        string first = Bind("").Risk.ConfigHash;
        _plugins.Drop("Limits", Rule("few_lots") + "public sealed class Changed;");

        Assert.NotEqual(first, Bind("").Risk.ConfigHash);
    }

    [Fact]
    public void Load_NoPluginRule_HashIsThatOfTheFile() =>
        Assert.Equal(_config.Load(ConfigFolder.Mandatory).Risk.ConfigHash, Bind("").Risk.ConfigHash);

    [Fact]
    public void Bind_ConstructorNeverReturns_RefusesTheConfigurationInTime()
    {
        _plugins.Drop("Limits", Rule("few_lots").Replace("IRiskRule\n{", "IRiskRule\n{\n    private readonly int _never = Never();\n    private static int Never() { System.Threading.Thread.Sleep(System.Threading.Timeout.Infinite); return 0; }", StringComparison.Ordinal));

        ConfigurationException refused = Assert.Throws<ConfigurationException>(() => Bind("[risk.few_lots]\nlots = 0.5"));

        Assert.Contains("[risk] few_lots: its constructor did not return within 5 s; mend or remove its plugin.", Assert.Single(refused.Errors).ToString(), StringComparison.Ordinal);
    }

    private static IEnumerable<string> BuiltIn => BuiltInRules.Types.Select(t => ((Sdk.Risk.RiskRuleAttribute)t.GetCustomAttributes(typeof(Sdk.Risk.RiskRuleAttribute), false)[0]).Id);

    private static string Rule(string id) => $$"""
        [RiskRule("{{id}}", OrderClass.Entry, "lower the volume")]
        public sealed class Rule([RiskParameter(Min = 0.01, Max = 100, Paper = 1)] decimal lots) : IRiskRule
        {
            public RuleResult Check(RiskContext context) => RuleResult.AtMost(context.Order.Volume, lots, "lots");
        }
        """;

    private HostConfiguration Bind(string text, params (string Name, string Value)[] environment)
    {
        HostConfiguration configuration = _config.Load(ConfigFolder.Mandatory + text, environment);
        using PluginSet plugins = _plugins.Load();
        return configuration.PluginRules!.Bind(configuration, plugins.Catalog);
    }
}
