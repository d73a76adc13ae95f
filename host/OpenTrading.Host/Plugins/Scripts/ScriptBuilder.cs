using System.Security.Cryptography;
using System.Text;
using OpenTrading.Host.Plugins.Scripts.Compilation;
using OpenTrading.Sdk.Strategies;
using OpenTrading.Simulation.Matching;

namespace OpenTrading.Host.Plugins.Scripts;

/// <summary>Makes assemblies of scripts, from the cache where it can. A script that is in the cache does not load the compiler.</summary>
/// <threadsafety>Safe: several scripts may be built at once.</threadsafety>
/// <param name="cacheFolder">Where compiled scripts are kept.</param>
/// <param name="shippedCache">Where those of the program's own scripts came with it; null where there are none.</param>
internal sealed class ScriptBuilder(string cacheFolder, string? shippedCache = null)
{
    private readonly ScriptCache _cache = new(cacheFolder);
    private readonly ScriptCache? _shipped = shippedCache is null ? null : new ScriptCache(shippedCache);

    /// <summary>The compiled script.</summary>
    /// <param name="sources">What <see cref="ScriptReader"/> read.</param>
    /// <param name="useCache">False compiles anew.</param>
    /// <exception cref="ScriptException">It does not compile, does what a script must not, or offers nothing.</exception>
    public ScriptImage Build(ScriptSources sources, bool useCache = true)
    {
        byte[] key = KeyOf(sources);
        if (useCache && (_shipped?.Find(sources.Path, key) ?? _cache.Find(sources.Path, key)) is { } known)
        {
            return known;
        }

        ScriptImage image = ScriptCompiler.Compile(sources);
        _cache.Store(sources.Path, key, image);
        return image;
    }

    // The host's module version changes with every change to checks and weaving, and with the compiler it is built against. The path is in the
    // symbols.
    private static byte[] KeyOf(ScriptSources sources) => SHA256.HashData(Encoding.UTF8.GetBytes(string.Join(
        '\n',
        sources.Sha256,
        sources.Path,
        typeof(ScriptBuilder).Module.ModuleVersionId,
        typeof(Strategy).Module.ModuleVersionId,
        typeof(MatchingEngine).Module.ModuleVersionId,
        Environment.Version)));
}
