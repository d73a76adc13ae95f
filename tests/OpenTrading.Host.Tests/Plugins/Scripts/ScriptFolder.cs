using OpenTrading.Host.Plugins.Scripts;

namespace OpenTrading.Host.Tests.Plugins.Scripts;

/// <summary>A scripts folder and a cache beside it; gone when disposed.</summary>
internal sealed class ScriptFolder : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("opentrading-scripts-");

    /// <summary>The scripts folder.</summary>
    public string Root => Directory.CreateDirectory(Path.Combine(_folder.FullName, "scripts")).FullName;

    /// <summary>Where compiled scripts are kept.</summary>
    public string Cache => Path.Combine(_folder.FullName, "cache");

    /// <summary>Writes a file of the scripts folder, and gives its path.</summary>
    public string Write(string name, string text)
    {
        string path = Path.Combine(Root, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
        return path;
    }

    public ScriptSources Read(string name) => ScriptReader.Read(Path.Combine(Root, name), Root);

    public ScriptImage Build(string name, bool useCache = true) => new ScriptBuilder(Cache).Build(Read(name), useCache);

    /// <summary>Writes and builds a script, without the cache.</summary>
    public ScriptImage BuildText(string text)
    {
        Write("x.csx", text);
        return Build("x.csx", useCache: false);
    }

    /// <summary>Builds, loads and shows one bar to a strategy with this body of OnBar, and gives the reasons of what it emitted.</summary>
    public IReadOnlyList<string> Run(string onBar, string members = "")
    {
        using var context = new ScriptContext(BuildText(Strategy(onBar, members)));
        return OneBar.Run(context.Create());
    }

    /// <summary>A strategy on five lines; the body of OnBar is on the third, the members on the fourth.</summary>
    public static string Strategy(string onBar, string members = "") =>
        $$"""
        [Strategy("x")]
        public sealed class X : Strategy {
            public override void OnBar(StrategyContext context) { {{onBar}} }
            {{members}}
        }
        """;

    /// <summary>The errors of a script, a line each, with paths from the scripts folder.</summary>
    public string[] Errors(string text, string name = "x.csx")
    {
        Write(name, text);
        ScriptException refused = Assert.Throws<ScriptException>(() => Build(name, useCache: false));
        return [.. refused.Errors.Select(e => (e with { File = Path.GetRelativePath(Root, e.File) }).ToString())];
    }

    public void Dispose() => _folder.Delete(recursive: true);
}
