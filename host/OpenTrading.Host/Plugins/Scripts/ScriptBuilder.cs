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
    // A little of everything that strategies are made of.
    private static readonly ScriptText FirstScript = new("first.csx", "first.csx", """
        [Strategy("first")]
        public sealed class First([Parameter(1, 9)] int bars = 3) : Strategy
        {
            private readonly Sma _mean = new(bars);

            public override void OnBar(StrategyContext context)
            {
                double mean = _mean.Update(context.Bar.Close);
                for (int i = 0; i < bars && context.Position?.Side != OrderSide.Buy; i++)
                {
                    context.Buy($"{mean:0.0}", stop: Level.At(Math.Max(mean, context.Orders.Sum(o => (double)o.Price))));
                }
            }
        }
        """);

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

    /// <summary>
    /// Wakes the compiler. The first script of a process takes most of a second longer than the others, which an author who saves one would wait
    /// for; a host that goes on running does this once, on a thread that has time.
    /// </summary>
    public static void Wake() => ScriptCompiler.Compile(new ScriptSources(FirstScript.Path, [FirstScript], ""));

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
