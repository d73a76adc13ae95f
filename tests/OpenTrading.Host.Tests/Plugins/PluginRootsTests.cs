using OpenTrading.Host.Plugins;

namespace OpenTrading.Host.Tests.Plugins;

public sealed class PluginRootsTests : IDisposable
{
    private readonly PluginFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("Mine/Mine.dll", "Mine")]
    [InlineData("Mine/runtimes/linux-x64/native/x.so", "Mine")]
    [InlineData("Mine", "Mine")]
    [InlineData("idea.csx", "idea")]
    [InlineData("scripts/idea.csx", "idea")]
    [InlineData("scripts/_shared.csx", null)]
    [InlineData("scripts", null)]
    [InlineData("../elsewhere/x.dll", null)]
    [InlineData(".", null)]
    public void Owner_PathBelowTheStrategies_IsThePluginItBelongsTo(string path, string? id) =>
        Assert.Equal(id, _folder.Roots.Owner(Path.GetFullPath(Path.Combine(_folder.Strategies, path))));

    [Fact]
    public void Find_FoldersAndScripts_EachByItsName()
    {
        Directory.CreateDirectory(Path.Combine(_folder.Strategies, "scripts"));
        Directory.CreateDirectory(Path.Combine(_folder.Strategies, "Mine"));
        File.WriteAllText(Path.Combine(_folder.Strategies, "scripts", "idea.csx"), "");
        File.WriteAllText(Path.Combine(_folder.Strategies, "scripts", "_shared.csx"), "");
        File.WriteAllText(Path.Combine(_folder.Strategies, "other.csx"), "");
        File.WriteAllText(Path.Combine(_folder.Strategies, "notes.txt"), "");

        Assert.Equal(
            [("Mine", PluginKind.Assembly), ("idea", PluginKind.Script), ("other", PluginKind.Script)],
            _folder.Roots.Find().Select(f => (f.Id, f.Kind)));
    }
}
