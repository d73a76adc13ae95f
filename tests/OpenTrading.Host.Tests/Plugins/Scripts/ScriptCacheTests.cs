using System.Reflection;
using System.Runtime.Loader;
using OpenTrading.Host.Plugins.Scripts;

namespace OpenTrading.Host.Tests.Plugins.Scripts;

public sealed class ScriptCacheTests : IDisposable
{
    private readonly ScriptFolder _folder = new();

    public ScriptCacheTests()
    {
        _folder.Write("x.csx", "#load \"y.csx\"\n" + ScriptFolder.Strategy("context.Buy(Y.Text);"));
        _folder.Write("y.csx", "static class Y { public const string Text = \"first\"; }");
    }

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Build_TheSecondTime_ComesFromTheCacheUnchanged()
    {
        ScriptImage first = _folder.Build("x.csx");
        ScriptImage second = _folder.Build("x.csx");

        Assert.Equal((false, true), (first.FromCache, second.FromCache));
        Assert.Equal(first.Assembly, second.Assembly);
        Assert.Equal(first.Symbols, second.Symbols);
        Assert.False(_folder.Build("x.csx", useCache: false).FromCache);
    }

    [Fact]
    public void Build_ANeighbourChanged_CompilesAnewAndKeepsOneEntryAScript()
    {
        _folder.Build("x.csx");
        _folder.Write("y.csx", "static class Y { public const string Text = \"second\"; }");

        ScriptImage image = _folder.Build("x.csx");

        using var context = new ScriptContext(image);
        Assert.False(image.FromCache);
        Assert.Equal(["second"], OneBar.Run(context.Create()));
        Assert.Single(Directory.GetFiles(_folder.Cache));
    }

    [Fact]
    public void Build_AnEntryOfAnotherScript_IsNotTaken()
    {
        _folder.Write("z.csx", ScriptFolder.Strategy("context.Buy(\"z\");"));
        _folder.Build("x.csx");
        string entryOfX = Directory.GetFiles(_folder.Cache).Single();
        _folder.Build("z.csx");
        File.Copy(Directory.GetFiles(_folder.Cache).Single(f => f != entryOfX), entryOfX, overwrite: true);

        ScriptImage image = _folder.Build("x.csx");

        using var context = new ScriptContext(image);
        Assert.False(image.FromCache);
        Assert.Equal(["first"], OneBar.Run(context.Create()));
    }

    [Fact]
    public void Build_AnEntryTornAnywhere_IsCompiledAnew()
    {
        byte[] assembly = _folder.Build("x.csx").Assembly;
        string entry = Directory.GetFiles(_folder.Cache).Single();
        byte[] sound = File.ReadAllBytes(entry);
        int[] lengths = [0, 1, 31, 32, 63, 64, 67, 68, 69, sound.Length / 2, sound.Length - 1];

        Assert.All(lengths, length => AssertAnew(sound[..length]));
        Assert.All(Enumerable.Range(0, 16).Select(i => i * (sound.Length - 1) / 15), at =>
        {
            byte[] flipped = [.. sound];
            flipped[at] ^= 0x40;
            AssertAnew(flipped);
        });

        void AssertAnew(byte[] damaged)
        {
            File.WriteAllBytes(entry, damaged);
            ScriptImage image = _folder.Build("x.csx");
            Assert.False(image.FromCache);
            Assert.Equal(assembly, image.Assembly);
            Assert.Equal(sound, File.ReadAllBytes(entry));
        }
    }

    [Fact]
    public void Build_UnderAnotherPath_CompilesAnewForTheStackTraces()
    {
        string root = Path.GetRelativePath(Environment.CurrentDirectory, _folder.Root);
        _folder.Build("x.csx");

        Assert.False(new ScriptBuilder(_folder.Cache).Build(ScriptReader.Read(Path.Combine(root, "x.csx"), root)).FromCache);
    }

    [Fact]
    public void Build_ThatFails_IsNotKept()
    {
        _folder.Errors("class ;", "x.csx");

        Assert.False(Directory.Exists(_folder.Cache));
    }

    [Fact]
    public void Build_CacheThatCannotBeWritten_CompilesAllTheSame()
    {
        File.WriteAllText(_folder.Cache, "a file where the folder should be");

        Assert.False(_folder.Build("x.csx").FromCache);
        Assert.False(_folder.Build("x.csx").FromCache);
    }

    [Theory]
    [InlineData(true, false)]
    [InlineData(false, true)]
    public void Build_FromTheCache_LoadsNoCompiler(bool useCache, bool loadsCompiler)
    {
        _folder.Build("x.csx");
        var fresh = new FreshHost();

        bool fromCache = fresh.Build(Path.Combine(_folder.Root, "x.csx"), _folder.Root, _folder.Cache, useCache);

        Assert.Equal(useCache, fromCache);
        Assert.Equal(loadsCompiler, fresh.Loaded.Any(name => name.StartsWith("Microsoft.CodeAnalysis", StringComparison.Ordinal)));
        fresh.Unload();
    }

    /// <summary>The host's assembly once more, with a record of what it asks for; other tests may have loaded the compiler long ago.</summary>
    private sealed class FreshHost() : AssemblyLoadContext("fresh host", isCollectible: true)
    {
        public List<string> Loaded { get; } = [];

        public bool Build(string path, string root, string cache, bool useCache)
        {
            Assembly host = LoadFromAssemblyPath(typeof(ScriptBuilder).Assembly.Location);
            object sources = host.GetType(typeof(ScriptReader).FullName!)!.GetMethod("Read")!.Invoke(null, [path, root, null])!;
            Type builder = host.GetType(typeof(ScriptBuilder).FullName!)!;
            object image = builder.GetMethod("Build")!.Invoke(Activator.CreateInstance(builder, cache, null), [sources, useCache])!;
            return (bool)image.GetType().GetProperty("FromCache")!.GetValue(image)!;
        }

        protected override Assembly? Load(AssemblyName assemblyName)
        {
            Loaded.Add(assemblyName.Name!);
            return null;
        }
    }
}
