using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using System.Xml.Linq;
using OpenTrading.Tests.Shared;

namespace OpenTrading.Architecture.Tests;

/// <summary>A product project: what it references by its file, and what its built assembly references in truth.</summary>
internal sealed class ProjectFile
{
    private readonly XDocument _xml;

    private ProjectFile(string path)
    {
        Path = path;
        Name = System.IO.Path.GetFileNameWithoutExtension(path);
        Room = System.IO.Path.GetFileName(System.IO.Path.GetDirectoryName(System.IO.Path.GetDirectoryName(path)!)!);
        _xml = XDocument.Load(path);
    }

    public string Path { get; }

    public string Name { get; }

    /// <summary>Top-level folder: sdk, host, plugins or strategies.</summary>
    public string Room { get; }

    public static IReadOnlyList<ProjectFile> All { get; } =
    [
        .. new[] { "sdk", "host", "plugins", "strategies" }
            .SelectMany(room => Directory.GetFiles(System.IO.Path.Combine(ReferenceFiles.RepositoryRoot, room), "*.csproj", SearchOption.AllDirectories))
            .Where(path => !path.Contains($"{System.IO.Path.DirectorySeparatorChar}obj{System.IO.Path.DirectorySeparatorChar}", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)
            .Select(path => new ProjectFile(path)),
    ];

    public static ProjectFile Named(string name) => All.Single(p => p.Name == name);

    /// <summary>Names of projects whose output this one compiles against.</summary>
    public IEnumerable<string> CompiledProjects => _xml.Descendants("ProjectReference")
        .Where(r => (string?)r.Attribute("ReferenceOutputAssembly") != "false")
        .Select(r => System.IO.Path.GetFileNameWithoutExtension((string)r.Attribute("Include")!));

    public IEnumerable<string> Packages => _xml.Descendants("PackageReference").Select(r => (string)r.Attribute("Include")!);

    public IEnumerable<string> FriendAssemblies => _xml.Descendants("InternalsVisibleTo").Select(r => (string)r.Attribute("Include")!);

    /// <summary>Assemblies that the built one references, as its metadata says.</summary>
    public IReadOnlyList<string> ReferencedAssemblies
    {
        get
        {
            using var reader = new PEReader(File.OpenRead(AssemblyPath));
            MetadataReader metadata = reader.GetMetadataReader();
            return [.. metadata.AssemblyReferences.Select(h => metadata.GetString(metadata.GetAssemblyReference(h).Name))];
        }
    }

    /// <summary>Full names of the types and members that the built assembly uses from others.</summary>
    public IReadOnlyList<string> UsedTypes
    {
        get
        {
            using var reader = new PEReader(File.OpenRead(AssemblyPath));
            MetadataReader metadata = reader.GetMetadataReader();
            return
            [
                .. metadata.TypeReferences.Select(metadata.GetTypeReference)
                    .Select(t => $"{metadata.GetString(t.Namespace)}.{metadata.GetString(t.Name)}"),
            ];
        }
    }

    /// <summary>Names of the types that the built assembly declares.</summary>
    public IReadOnlyList<string> DeclaredTypes
    {
        get
        {
            using var reader = new PEReader(File.OpenRead(AssemblyPath));
            MetadataReader metadata = reader.GetMetadataReader();
            return [.. metadata.TypeDefinitions.Select(h => metadata.GetString(metadata.GetTypeDefinition(h).Name))];
        }
    }

    private string AssemblyPath
    {
        get
        {
            // The tests and what they judge are built in one configuration.
            string configuration = System.IO.Path.GetFileName(AppContext.BaseDirectory.TrimEnd(System.IO.Path.DirectorySeparatorChar));
            string file = ((string?)_xml.Descendants("AssemblyName").FirstOrDefault() ?? Name) + ".dll";
            return System.IO.Path.Combine(ReferenceFiles.RepositoryRoot, "artifacts", "bin", Name, configuration, file);
        }
    }

    public override string ToString() => Name;
}
