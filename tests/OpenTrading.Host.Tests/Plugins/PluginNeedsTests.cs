using OpenTrading.Host.Configuration;
using OpenTrading.Host.Configuration.Binding;
using OpenTrading.Host.Plugins;
using OpenTrading.Host.Tests.Configuration;

namespace OpenTrading.Host.Tests.Plugins;

public sealed class PluginNeedsTests : IDisposable
{
    private const string Rule = """
        [RiskRule("late", "E", "Trade earlier.")]
        public sealed class Late
        {
        }
        """;

    private readonly PluginFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("mine", true)]
    [InlineData("other", false)]
    public void MayBeServedBy_ShippedStrategy_IsAskedForByItsId(string id, bool isNeeded) => Assert.Equal(
        isNeeded, new PluginNeeds([id], files: false).MayBeServedBy(Shipped(_folder.Drop("Mine", PluginFolder.Buyer("mine")))));

    [Fact]
    public void MayBeServedBy_ShippedScript_IsAskedForByItsId()
    {
        string script = Path.Combine(_folder.Strategies, "mine.csx");
        File.WriteAllText(script, PluginFolder.Buyer("mine"));
        var file = new PluginFile("mine", PluginKind.Script, script, IsShipped: true);

        Assert.True(new PluginNeeds(["other", "mine"], files: false).MayBeServedBy(file));
        Assert.False(new PluginNeeds(["other"], files: true).MayBeServedBy(file));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void MayBeServedBy_ShippedImporter_IsNeededWhereFilesAreRead(bool files) => Assert.Equal(
        files,
        new PluginNeeds(["other"], files).MayBeServedBy(Shipped(_folder.Drop("Mine", """
            public sealed class Mine : OpenTrading.Sdk.Data.IBarImporter
            {
                public string Format => "mine";

                public bool Recognizes(ReadOnlySpan<byte> head) => false;

                public void Read(System.IO.Stream content, OpenTrading.Sdk.Data.BarRows rows, System.Threading.CancellationToken cancellationToken)
                {
                }
            }
            """))));

    [Fact]
    public void MayBeServedBy_RuleThatCameAlong_IsAlwaysNeeded() =>
        Assert.True(new PluginNeeds([], files: false).MayBeServedBy(Shipped(Script(Rule))));

    [Fact]
    public void MayBeServedBy_PluginOfTheHome_IsAlwaysNeeded() => Assert.True(
        new PluginNeeds(["other"], files: false).MayBeServedBy(Shipped(_folder.Drop("Mine", PluginFolder.Buyer("mine"))) with { IsShipped = false }));

    [Fact]
    public void MayBeServedBy_ShippedPluginThatIsNotThere_IsLeftToTheLoader() =>
        Assert.True(new PluginNeeds(["other"], files: false).MayBeServedBy(Shipped(Path.Combine(_folder.Plugins, "Gone", "Gone.dll"))));

    [Fact]
    public void Load_OneLeftOut_IsKnownAndOffersNothing()
    {
        _folder.Drop("Mine", PluginFolder.Buyer("mine"));
        _folder.Drop("Other", PluginFolder.Buyer("other"));

        using PluginSet plugins = _folder.Load(isLeftOut: file => file.Id == "Other");

        Assert.Equal(["mine"], plugins.Catalog.Strategies.Keys);
        Assert.Equal((PluginState.LeftOut, "", null), (plugins.Catalog.Find("Other")!.State, plugins.Catalog.Find("Other")!.Sha256, plugins.Catalog.Find("Other")!.Context));
        Assert.Empty(plugins.Catalog.Faults);
        Assert.True(plugins.Catalog.IsPartial);
    }

    [Fact]
    public void Bind_SectionOfAPlugin_IsUnknownOnlyWhereNoneWasLeftOut()
    {
        using var config = new ConfigFolder();
        const string section = "[plugins.probe]\nbars = 2";
        var leftOut = new PluginCatalog([new Plugin(Shipped("Probe.dll")) { State = PluginState.LeftOut }]);
        HostConfiguration one = config.Load(ConfigFolder.Mandatory + section);
        HostConfiguration other = config.Load(ConfigFolder.Mandatory + section);

        Assert.Null(one.PluginRules!.Bind(one, leftOut).PluginRules);
        Assert.Contains("bars is unknown", Assert.Throws<ConfigurationException>(() => other.PluginRules!.Bind(other, PluginCatalog.Empty)).Errors[0].ToString(), StringComparison.Ordinal);
    }

    private static PluginFile Shipped(string main) =>
        new(Path.GetFileNameWithoutExtension(main), main.EndsWith(".csx", StringComparison.Ordinal) ? PluginKind.Script : PluginKind.Assembly, main, IsShipped: true);

    private string Script(string text)
    {
        string path = Path.Combine(_folder.Strategies, "rule.csx");
        File.WriteAllText(path, text);
        return path;
    }
}
