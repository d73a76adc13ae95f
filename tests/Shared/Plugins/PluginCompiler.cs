using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Emit;
using OpenTrading.Sdk.Strategies;

namespace OpenTrading.Tests.Shared.Plugins;

/// <summary>Makes real plugin assemblies out of a few lines of source.</summary>
internal static class PluginCompiler
{
    private const string Usings =
        "using System; using OpenTrading.Sdk.Capabilities; using OpenTrading.Sdk.Indicators; using OpenTrading.Sdk.Market; using OpenTrading.Sdk.Strategies; using OpenTrading.Sdk.Plugins; using OpenTrading.Sdk.Risk; using OpenTrading.Sdk.Trading;\n";

    private static readonly MetadataReference[] Runtime =
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(p => Path.GetFileName(p).StartsWith("System.", StringComparison.Ordinal))
            .Append(typeof(Strategy).Assembly.Location)
            .Select(p => MetadataReference.CreateFromFile(p)),
    ];

    /// <summary>Compiles a plugin into a folder of its name.</summary>
    /// <param name="parent">Where the folder is made.</param>
    /// <param name="name">Name of plugin, folder and assembly.</param>
    /// <param name="source">Its code, without the usings.</param>
    /// <param name="sdk">Version it is stamped with; null for no stamp.</param>
    /// <param name="library">Name and source of an assembly it depends on.</param>
    /// <returns>Its main assembly.</returns>
    public static string Drop(string parent, string name, string source, string? sdk = "0.1.0", (string Name, string Source)? library = null)
    {
        string folder = Directory.CreateDirectory(Path.Combine(parent, name)).FullName;
        List<MetadataReference> references = [.. Runtime];
        if (library is { } needed)
        {
            string path = Path.Combine(folder, needed.Name + ".dll");
            Compile(needed.Name, needed.Source, references, path);
            references.Add(MetadataReference.CreateFromFile(path));
        }

        string stamp = sdk is null ? "" : $"[assembly: System.Reflection.AssemblyMetadata(\"OpenTrading.Sdk\", \"{sdk}\")]\n";
        string main = Path.Combine(folder, name + ".dll");
        Compile(name, Usings + stamp + source, references, main);
        return main;
    }

    private static void Compile(string name, string source, IEnumerable<MetadataReference> references, string path)
    {
        var compilation = CSharpCompilation.Create(
            name,
            [CSharpSyntaxTree.ParseText(source)],
            references,
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, optimizationLevel: OptimizationLevel.Release));

        // Written at once when it is whole: a host that watches the folder must not meet half an assembly for as long as a cold compiler takes.
        using var image = new MemoryStream();
        EmitResult result = compilation.Emit(image);
        if (!result.Success)
        {
            throw new InvalidOperationException(string.Join('\n', result.Diagnostics));
        }

        File.WriteAllBytes(path, image.ToArray());
    }
}
