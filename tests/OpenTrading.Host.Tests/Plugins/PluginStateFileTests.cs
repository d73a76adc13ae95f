using OpenTrading.Host.Plugins;
using OpenTrading.Sdk.Capabilities;
using OpenTrading.Sdk.Data;

namespace OpenTrading.Host.Tests.Plugins;

public sealed class PluginStateFileTests : IDisposable
{
    private readonly string _folder = Path.Combine(Directory.CreateTempSubdirectory("opentrading-state-").FullName, "plugins");

    private string FilePath => Path.Combine(_folder, "Alerts.json");

    [Fact]
    public void Set_ThenOpenedAgain_KeepsTheValues()
    {
        new PluginStateFile(_folder, "Alerts").Set("alt_1", "{\"price\":1.1}");

        var again = new PluginStateFile(_folder, "Alerts");

        Assert.Equal("{\"price\":1.1}", again.Get("alt_1"));
        Assert.Equal(["alt_1"], again.Keys);
        Assert.Null(new PluginStateFile(_folder, "Scanner").Get("alt_1"));
    }

    [Fact]
    public void Set_Null_TakesTheKeyAway()
    {
        var state = new PluginStateFile(_folder, "Alerts");
        state.Set(new Dictionary<string, string?> { ["a"] = "1", ["b"] = "2", ["C"] = "3" });

        state.Set(new Dictionary<string, string?> { ["a"] = null, ["b"] = "4" });

        Assert.Equal(["C", "b"], state.Keys);
        Assert.Equal("4", new PluginStateFile(_folder, "Alerts").Get("b"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("a b")]
    [InlineData("../a")]
    [InlineData("ä")]
    [InlineData("a\n")]
    public void Set_NoKey_IsRefusedAndNothingIsWritten(string key)
    {
        var state = new PluginStateFile(_folder, "Alerts");

        Assert.Throws<ArgumentException>(() => state.Set(new Dictionary<string, string?> { ["good"] = "1", [key] = "2" }));
        Assert.False(File.Exists(FilePath));
        Assert.Null(state.Get("good"));
    }

    [Fact]
    public void Set_TooMuch_IsRefusedAndTheStateIsAsBefore()
    {
        var state = new PluginStateFile(_folder, "Alerts");
        state.Set("a", "1");

        CapabilityException large = Assert.Throws<CapabilityException>(() => state.Set("a", new string('x', PluginStateFile.MostCharacters)));
        CapabilityException many = Assert.Throws<CapabilityException>(
            () => state.Set(Enumerable.Range(0, PluginStateFile.MostKeys).ToDictionary(i => $"k{i}", _ => (string?)"")));

        Assert.Equal((ErrorCode.LimitExceeded, ErrorCode.LimitExceeded), (large.Code, many.Code));
        Assert.Equal("plugin Alerts would keep 1 keys of 16000001 characters; 10000 keys and 16000000 characters are the most", large.Message);
        Assert.Equal("1", new PluginStateFile(_folder, "Alerts").Get("a"));
    }

    [Theory]
    [InlineData("{\"a\":")]
    [InlineData("null")]
    [InlineData("{\"a\":{}}")]
    public void Get_DamagedFile_SaysWhichAndTouchesNothing(string content)
    {
        Directory.CreateDirectory(_folder);
        File.WriteAllText(FilePath, content);
        var state = new PluginStateFile(_folder, "Alerts");

        DataException refused = Assert.Throws<DataException>(() => state.Set("a", "1"));

        Assert.Equal("Alerts.json: the keys of plugin Alerts cannot be read. Mend the file in the state folder, or move it away.", refused.Message);
        Assert.Equal(content, File.ReadAllText(FilePath));
    }

    public void Dispose() => Directory.Delete(Path.GetDirectoryName(_folder)!, recursive: true);
}
