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
        List<MetadataReference> references = [.. Runtime];
        var files = new List<(string Name, byte[] Image)>();
        if (library is { } needed)
        {
            byte[] image = Compile(needed.Name, needed.Source, references);
            references.Add(MetadataReference.CreateFromImage(image));
            files.Add((needed.Name, image));
        }

        string stamp = sdk is null ? "" : $"[assembly: System.Reflection.AssemblyMetadata(\"OpenTrading.Sdk\", \"{sdk}\")]\n";
        files.Add((name, Compile(name, Usings + stamp + source, references)));

        // Written when all is compiled, folder and all: a host that watches must not meet half a plugin for as long as a cold compiler takes.
        string folder = Directory.CreateDirectory(Path.Combine(parent, name)).FullName;
        foreach ((string file, byte[] image) in files)
        {
            File.WriteAllBytes(Path.Combine(folder, file + ".dll"), image);
        }

        return Path.Combine(folder, name + ".dll");
    }

    private static byte[] Compile(string name, string source, IEnumerable<MetadataReference> references)
    {
        var compilation = CSharpCompilation.Create(
            name,
            [CSharpSyntaxTree.ParseText(source)],
            references,
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, optimizationLevel: OptimizationLevel.Release));

        using var image = new MemoryStream();
        EmitResult result = compilation.Emit(image);
        return result.Success ? image.ToArray() : throw new InvalidOperationException(string.Join('\n', result.Diagnostics));
    }
}
