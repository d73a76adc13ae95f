using System.Runtime.CompilerServices;
using OpenTrading.Host.Plugins;

namespace OpenTrading.Host.Tests.Plugins;

public sealed class PluginSetTests : IDisposable
{
    private readonly PluginFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Reload_NewVersion_TakesThePlaceOfTheOld()
    {
        _folder.Drop("Mine", PluginFolder.Buyer("mine", "0.1"));
        using PluginSet plugins = _folder.Load();
        Assert.Equal(0.1, StrategyRun.Confidence(plugins, "mine"), 12);

        _folder.Drop("Mine", PluginFolder.Buyer("mine", "0.2"));
        PluginChange change = plugins.Reload("Mine");

        Assert.True(change.HasTakenEffect);
        Assert.Equal(0.2, StrategyRun.Confidence(plugins, "mine"), 12);
    }

    [Fact]
    public void Reload_SameBytes_ChangesNothing()
    {
        _folder.Drop("Mine", PluginFolder.Buyer("mine"));
        using PluginSet plugins = _folder.Load();
        Plugin before = plugins.Catalog.Find("Mine")!;

        PluginChange change = plugins.Reload("Mine");

        Assert.False(change.HasTakenEffect);
        Assert.Same(before, plugins.Catalog.Find("Mine"));
    }

    [Fact]
    public void Reload_BrokenNewVersion_TheOldStaysInUseAndSaysSo()
    {
        string main = _folder.Drop("Mine", PluginFolder.Buyer("mine", "0.1"));
        using PluginSet plugins = _folder.Load();

        File.WriteAllText(main, "half a copy");
        PluginChange change = plugins.Reload("Mine");

        Assert.Equal("the new version is refused: it is no .NET assembly, or a damaged one; replace or remove it.", change.Why);
        Assert.Equal(0.1, StrategyRun.Confidence(plugins, "mine"), 12);
        Assert.Equal($"{main}: {change.Why}", Assert.Single(plugins.Catalog.Faults));

        _folder.Drop("Mine", PluginFolder.Buyer("mine", "0.3"));
        plugins.Reload("Mine");

        Assert.Equal(0.3, StrategyRun.Confidence(plugins, "mine"), 12);
        Assert.Empty(plugins.Catalog.Faults);
    }

    [Fact]
    public void Reload_OldVersionPutBackAfterABrokenOne_TheFaultIsGone()
    {
        string main = _folder.Drop("Mine", PluginFolder.Buyer("mine", "0.1"));
        byte[] good = File.ReadAllBytes(main);
        using PluginSet plugins = _folder.Load();
        File.WriteAllText(main, "half a copy");
        plugins.Reload("Mine");

        File.WriteAllBytes(main, good);
        plugins.Reload("Mine");

        Assert.Empty(plugins.Catalog.Faults);
        Assert.Equal(PluginState.Loaded, plugins.Catalog.Find("Mine")!.State);
    }

    [Fact]
    public void Reload_FolderGone_OffersNothingOfItAndTheRestStays()
    {
        string main = _folder.Drop("Mine", PluginFolder.Buyer("mine"));
        _folder.Drop("Other", PluginFolder.Buyer("other"));
        using PluginSet plugins = _folder.Load();

        Directory.Delete(Path.GetDirectoryName(main)!, recursive: true);
        PluginChange change = plugins.Reload("Mine");

        Assert.Equal("Mine", change.Old!.Id);
        Assert.Null(change.Next);
        Assert.Equal(["other"], plugins.Catalog.Strategies.Keys);
    }

    [Fact]
    public void Load_PluginDeletesItsOwnFolder_GoesOnFromItsCopy()
    {
        string main = _folder.Drop("Suicidal", PluginFolder.Buyer("alive", "Deleted.Value"), library: ("Late", "public static class Deleted { public static double Value => 0.7; }"));
        using PluginSet plugins = _folder.Load();

        Directory.Delete(Path.GetDirectoryName(main)!, recursive: true);

        // The dependency is loaded only now, when the strategy first runs.
        Assert.Equal(0.7, StrategyRun.Confidence(plugins, "alive"), 12);
    }

    [Fact]
    public void Reload_NewPlugin_JoinsTheCatalog()
    {
        using PluginSet plugins = _folder.Load();
        _folder.Drop("Late", PluginFolder.Buyer("late"));

        PluginChange change = plugins.Reload("Late");

        Assert.True(change.HasTakenEffect);
        Assert.Equal(["late"], plugins.Catalog.Strategies.Keys);
    }

    [Fact]
    public void Reload_NewVersionTakesAnothersId_OldStays()
    {
        _folder.Drop("Mine", PluginFolder.Buyer("mine"));
        _folder.Drop("Other", PluginFolder.Buyer("other"));
        using PluginSet plugins = _folder.Load();

        _folder.Drop("Mine", PluginFolder.Buyer("other"));
        PluginChange change = plugins.Reload("Mine");

        Assert.StartsWith("the new version is refused: strategy id 'other' is already offered by", change.Why, StringComparison.Ordinal);
        Assert.Equal(["mine", "other"], plugins.Catalog.Strategies.Keys.Order());
    }

    [Fact]
    public void Reload_PluginWithARiskRule_StaysUntilARestart()
    {
        string main = _folder.Drop("Limits", Rule("no_fridays"));
        using PluginSet plugins = _folder.Load();

        _folder.Drop("Limits", Rule("no_fridays") + "public sealed class Other;");
        Assert.Equal("a new version is there; limits and sources are exchanged by a restart.", plugins.Reload("Limits").Why);
        Assert.Equal(PluginState.RestartNeeded, plugins.Catalog.Find("Limits")!.State);

        Directory.Delete(Path.GetDirectoryName(main)!, recursive: true);
        Assert.Equal("its files are gone; limits and sources in use stay until a restart.", plugins.Reload("Limits").Why);
        Assert.Equal("no_fridays", Assert.Single(plugins.Catalog.RiskRules).Declaration.Id);
    }

    [Fact]
    public void Reload_NewPluginWithARiskRule_IsNotTakenForOneInForce()
    {
        using PluginSet plugins = _folder.Load();
        _folder.Drop("Limits", Rule("no_fridays") + PluginFolder.Buyer("mine"));

        Assert.Equal("it brings limits or sources; a restart takes it in.", plugins.Reload("Limits").Why);

        Assert.Equal((PluginState.RestartNeeded, false), (plugins.Catalog.Find("Limits")!.State, plugins.Catalog.Find("Limits")!.IsUsable));
        Assert.Empty(plugins.Catalog.RiskRules);
    }

    [Fact]
    public void Reload_HandoverRefuses_OldStaysWithTheReason()
    {
        _folder.Drop("Mine", PluginFolder.Buyer("mine", "0.1"));
        using PluginSet plugins = _folder.Load();
        plugins.Handover = (old, _, _) => $"{old!.Id} is busy";

        _folder.Drop("Mine", PluginFolder.Buyer("mine", "0.2"));
        PluginChange change = plugins.Reload("Mine");

        Assert.Equal("the new version is not taken: Mine is busy", change.Why);
        Assert.Equal(0.1, StrategyRun.Confidence(plugins, "mine"), 12);
    }

    [Fact]
    public void Reload_NewPluginCannotRun_IsThereAndSaysWhy()
    {
        using PluginSet plugins = _folder.Load();
        plugins.Handover = (_, _, _) => "strategy late: OnBar threw";
        _folder.Drop("Late", PluginFolder.Buyer("late"));

        PluginChange change = plugins.Reload("Late");

        Assert.Equal((null, "strategy late: OnBar threw"), (change.Next, change.Why));
        Assert.Equal((PluginState.Disabled, change.Why), (plugins.Catalog.Find("Late")!.State, plugins.Catalog.Find("Late")!.Why));
    }

    [Fact]
    public void Reload_NewVersionFailsOnItsFirstBar_StaysDisabled()
    {
        _folder.Drop("Mine", PluginFolder.Buyer("mine"));
        using PluginSet plugins = _folder.Load();

        // As the session does: its next bar may come before the reload has returned.
        plugins.Handover = (_, _, commit) =>
        {
            commit();
            plugins.Fail(plugins.Catalog.Strategies["other"].PluginId, "OnBar threw", needsRestart: false);
            return null;
        };
        _folder.Drop("Mine", PluginFolder.Buyer("other"));

        Assert.True(plugins.Reload("Mine").HasTakenEffect);

        Assert.Equal((PluginState.Disabled, "OnBar threw"), (plugins.Catalog.Find("Mine")!.State, plugins.Catalog.Find("Mine")!.Why));
    }

    [Fact]
    public void Reload_AThreadWasLeftBehind_TheNewVersionRunsAndStillAsksForARestart()
    {
        _folder.Drop("Mine", PluginFolder.Buyer("mine", "0.1"));
        using PluginSet plugins = _folder.Load();
        plugins.Fail("Mine", "OnBar did not return", needsRestart: true);

        _folder.Drop("Mine", PluginFolder.Buyer("mine", "0.2"));
        Assert.True(plugins.Reload("Mine").HasTakenEffect);

        Assert.Equal(0.2, StrategyRun.Confidence(plugins, "mine"), 12);
        Assert.Equal(
            (PluginState.RestartNeeded, "a thread of an earlier version was left behind; restart to be rid of it."),
            (plugins.Catalog.Find("Mine")!.State, plugins.Catalog.Find("Mine")!.Why));
    }

    [Fact]
    public void Reload_AHundredTimes_EveryOldVersionIsCollected()
    {
        _folder.Drop("Mine", PluginFolder.Buyer("mine", "0.1"));
        using PluginSet plugins = _folder.Load();
        WeakReference[] old = [.. Enumerable.Range(1, 100).Select(i => Cycle(plugins, i))];

        // A context is gone after two collections; more leave time to a busy machine.
        for (int i = 0; i < 20 && old.Any(r => r.IsAlive); i++)
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
        }

        Assert.Equal(0, old.Count(r => r.IsAlive));
        Assert.Single(Directory.GetDirectories(Path.GetDirectoryName(Path.GetDirectoryName(plugins.Catalog.Find("Mine")!.Shadow!)!)!));
    }

    [Fact]
    public void Fail_StrategyOfAPlugin_ShowsInItsState()
    {
        _folder.Drop("Mine", PluginFolder.Buyer("mine"));
        using PluginSet plugins = _folder.Load();

        Plugin? told = null;
        plugins.Failed += plugin => told = plugin;
        plugins.Fail("Mine", "OnBar threw", needsRestart: false);
        Assert.Same(plugins.Catalog.Find("Mine"), told);
        Assert.Equal((PluginState.Disabled, "OnBar threw"), (plugins.Catalog.Find("Mine")!.State, plugins.Catalog.Find("Mine")!.Why));

        // Saved again as it was: the author asks for another try.
        Assert.True(plugins.Reload("Mine").HasTakenEffect);
        Assert.Equal(PluginState.Loaded, plugins.Catalog.Find("Mine")!.State);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private WeakReference Cycle(PluginSet plugins, int i)
    {
        var old = new WeakReference(plugins.Catalog.Find("Mine")!.Context);
        StrategyRun.Confidence(plugins, "mine");
        _folder.Drop("Mine", PluginFolder.Buyer("mine", $"{i} / 200.0"));
        Assert.True(plugins.Reload("Mine").HasTakenEffect);
        return old;
    }

    private static string Rule(string id) => $$"""
        [RiskRule("{{id}}", OrderClass.Entry, "wait")]
        public sealed class Rule : IRiskRule { public RuleResult Check(RiskContext context) => null!; }
        """;
}
