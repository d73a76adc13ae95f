using System.IO.Compression;
using System.Xml.Linq;
using OpenTrading.Tests.Shared;

namespace OpenTrading.Templates.Tests;

/// <summary>The packages say what they are, bring their documentation, and depend on no more than they must.</summary>
[Collection(WorkbenchCollection.Name)]
public sealed class PackageTests(Workbench bench)
{
    [Theory]
    [InlineData("OpenTrading.Sdk", "")]
    [InlineData("OpenTrading.Simulation", "OpenTrading.Sdk")]
    [InlineData("OpenTrading.Sdk.Testing", "OpenTrading.Sdk xunit.assert xunit.extensibility.core")]
    public void Package_OfTheSdk_IsDocumentedAndSlim(string id, string dependencies)
    {
        using ZipArchive package = Open(id);
        XDocument nuspec = Nuspec(package, id);

        Assert.Equal("MIT", Text(nuspec, "license"));
        Assert.Equal("README.md", Text(nuspec, "readme"));
        Assert.NotEqual("Package Description", Text(nuspec, "description"));
        Assert.Equal(dependencies.Split(' ', StringSplitOptions.RemoveEmptyEntries), nuspec.Descendants().Where(e => e.Name.LocalName == "dependency").Select(e => (string)e.Attribute("id")!).Order());
        Assert.Contains("README.md", Names(package));
        Assert.Equal([$"lib/net10.0/{id}.dll", $"lib/net10.0/{id}.xml"], Names(package).Where(name => name.StartsWith("lib/", StringComparison.Ordinal)).Order());
    }

    [Fact]
    public void Package_Sdk_BringsItsBuildFiles()
    {
        using ZipArchive package = Open("OpenTrading.Sdk");

        Assert.Equal(
            ["build/OpenTrading.Sdk.Version.props", "build/OpenTrading.Sdk.props", "build/OpenTrading.Sdk.targets"],
            Names(package).Where(name => name.StartsWith("build/", StringComparison.Ordinal)).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Templates_PackageVersions_AreThoseOfThisBuild()
    {
        var pinned = XDocument.Load(Path.Combine(ReferenceFiles.RepositoryRoot, "Directory.Packages.props")).Descendants("PackageVersion")
            .ToDictionary(e => (string)e.Attribute("Include")!, e => (string)e.Attribute("Version")!);
        using ZipArchive package = Open("OpenTrading.Templates");
        (string Id, string Version)[] used =
        [
            .. package.Entries.Where(entry => entry.Name.EndsWith(".csproj", StringComparison.Ordinal))
                .SelectMany(entry => Load(entry).Descendants("PackageReference"))
                .Select(e => ((string)e.Attribute("Include")!, (string)e.Attribute("Version")!)),
        ];

        Assert.Equal(10, used.Length);
        Assert.All(used, each =>
            Assert.Equal(each.Id.StartsWith("OpenTrading.", StringComparison.Ordinal) ? Workbench.Version : pinned[each.Id], each.Version));
    }

    private ZipArchive Open(string id) => ZipFile.OpenRead(Path.Combine(bench.Feed, $"{id}.{Workbench.Version}.nupkg"));

    private static IEnumerable<string> Names(ZipArchive package) => package.Entries.Select(entry => entry.FullName);

    private static XDocument Nuspec(ZipArchive package, string id) => Load(package.GetEntry(id + ".nuspec")!);

    private static XDocument Load(ZipArchiveEntry entry)
    {
        using Stream text = entry.Open();
        return XDocument.Load(text);
    }

    private static string? Text(XDocument nuspec, string name) => nuspec.Descendants().FirstOrDefault(e => e.Name.LocalName == name)?.Value;
}
