using Microsoft.CodeAnalysis;
using OpenTrading.Sdk.Strategies;
using OpenTrading.Simulation.Matching;

namespace OpenTrading.Host.Plugins.Scripts.Compilation;

/// <summary>The assemblies a script is compiled against: the SDK, and of the base library what values, collections and text need.</summary>
internal static class ScriptReferences
{
    private static readonly string[] BaseLibrary =
    [
        "System.Private.CoreLib",
        "System.Runtime",
        "System.Collections",
        "System.Collections.Immutable",
        "System.Linq",
        "System.Memory",
        "System.Runtime.Extensions",
        "System.Runtime.Numerics",
        "System.Text.RegularExpressions",

        // For no script to use: what authors try first is known, so that the refusal can say what to do instead.
        "System.Console",
        "System.Diagnostics.Process",
        "System.Net.Http",
    ];

    /// <summary>Read once for the life of the process.</summary>
    public static IReadOnlyList<MetadataReference> All { get; } = Find();

    private static MetadataReference[] Find()
    {
        // What exists at run time is what is compiled against: there is no second set of reference assemblies to ship.
        string runtime = Path.GetDirectoryName(typeof(object).Assembly.Location)!;
        return
        [
            .. BaseLibrary.Select(name => MetadataReference.CreateFromFile(Path.Combine(runtime, name + ".dll"))),
            MetadataReference.CreateFromFile(typeof(Strategy).Assembly.Location),
            MetadataReference.CreateFromFile(typeof(MatchingEngine).Assembly.Location),
        ];
    }
}
