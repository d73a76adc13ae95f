using OpenTrading.Host.Configuration;
using OpenTrading.Host.Configuration.Binding;
using OpenTrading.Host.Plugins;
using OpenTrading.Sdk.Plugins;

namespace OpenTrading.Host.Tests.Configuration;

public sealed class PluginSectionsTests : IDisposable
{
    private readonly ConfigFolder _config = new();

    [Fact]
    public void Bind_NothingWritten_HasTheDefaults()
    {
        Scan scan = Bind<Scan>("");

        Assert.Equal((60, "wide", null), (scan.IntervalS, scan.Preset, scan.Limit));
    }

    [Fact]
    public void Bind_FileAndVariable_VariableWins()
    {
        Scan scan = Bind<Scan>("[plugins.scan]\ninterval_s = 5\npreset = \"tight\"", ("OPENTRADING__PLUGINS__SCAN__INTERVAL_S", "7"));

        Assert.Equal((7, "tight"), (scan.IntervalS, scan.Preset));
    }

    [Fact]
    public void Bind_ValueOutOfRange_NamesItsPlaceAndRefusesTheStart()
    {
        HostConfiguration configuration = _config.Load(ConfigFolder.Mandatory + "[plugins.scan]\ninterval_s = 0");

        FormatException refused = Assert.Throws<FormatException>(() => configuration.PluginSections.Bind<Scan>("Scan"));
        ConfigurationException start = Assert.Throws<ConfigurationException>(() => configuration.PluginRules!.Bind(configuration, PluginCatalog.Empty));

        Assert.EndsWith("test.toml:6:14: plugins.scan.interval_s is 0; it must be 1 to 3600", refused.Message, StringComparison.Ordinal);
        Assert.Equal(refused.Message, Assert.Single(start.Errors).ToString());
    }

    [Fact]
    public void Bind_UnknownKey_RefusesTheStartWithAGuess()
    {
        HostConfiguration configuration = _config.Load(ConfigFolder.Mandatory + "[plugins.scan]\nintervall_s = 5\n[plugins.other]\na = 1");
        Assert.True(configuration.PluginSections.IsAwaited);

        configuration.PluginSections.Bind<Scan>("Scan");
        ConfigurationException start = Assert.Throws<ConfigurationException>(() => configuration.PluginRules!.Bind(configuration, PluginCatalog.Empty));

        Assert.EndsWith("test.toml:6:1: [plugins.scan] intervall_s is unknown; did you mean interval_s?", start.Errors[0].ToString(), StringComparison.Ordinal);
        Assert.Contains("[plugins.other] a is unknown", start.Errors[1].ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Bind_SettingsOfAPlugin_AreShownWithTheOthers()
    {
        HostConfiguration configuration = _config.Load(ConfigFolder.Mandatory + "[plugins.scan]\ninterval_s = 5");
        configuration.PluginSections.Bind<Scan>("Scan");

        ConfigItem item = configuration.PluginRules!.Bind(configuration, PluginCatalog.Empty).Items.Single(i => i.Key == "plugins.scan.interval_s");

        Assert.Equal(("5", "60"), (item.Value, item.Default));
        Assert.False(_config.Load(ConfigFolder.Mandatory).PluginSections.IsAwaited);
    }

    [Fact]
    public void Bind_SectionOfAnother_IsRefused()
    {
        PluginSections sections = _config.Load(ConfigFolder.Mandatory).PluginSections;
        sections.Bind<Scan>("First");
        sections.Bind<Scan>("First");

        Assert.Equal("section [plugins.scan] is that of First; name another.", Assert.Throws<ArgumentException>(() => sections.Bind<Scan>("Second")).Message);
        Assert.Equal("section [plugins.pins] is that of host; name another.", Assert.Throws<ArgumentException>(() => sections.Bind<Pins>("Second")).Message);
        Assert.Throws<ArgumentException>(() => sections.Bind<object>("Second"));
    }

    [Fact]
    public void Bind_AreaThatTheProgramShips_StandsAtTheTop() =>
        Assert.Equal(3, Bind<Research>("[research]\nfeeds_max = 3\ntavily_key_env = \"KEY\"").FeedsMax);

    public void Dispose() => _config.Dispose();

    private TOptions Bind<TOptions>(string text, params (string Name, string Value)[] environment)
        where TOptions : class, new()
    {
        HostConfiguration configuration = _config.Load(ConfigFolder.Mandatory + text, environment);
        TOptions options = configuration.PluginSections.Bind<TOptions>("Scan");
        configuration.PluginRules!.Bind(configuration, PluginCatalog.Empty);
        return options;
    }

    [PluginOptions("scan")]
    private sealed record Scan
    {
        [Option("interval_s", "seconds between two scans", Min = 1, Max = 3600)]
        public int IntervalS { get; init; } = 60;

        [Option("preset", "what is looked for")]
        public string Preset { get; init; } = "wide";

        [Option("limit", "most hits; none for all")]
        public int? Limit { get; init; }
    }

    [PluginOptions("pins")]
    private sealed record Pins;

    [PluginOptions("research")]
    private sealed record Research
    {
        [Option("feeds_max", "most feeds")]
        public int FeedsMax { get; init; } = 10;
    }
}
