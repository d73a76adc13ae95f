using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using System.Text.Json;
using OpenTrading.Tests.Shared;

namespace OpenTrading.Templates.Tests;

/// <summary>What a template makes builds with nothing but the packages, passes its tests, and is loaded by the host into which its folder is dropped.</summary>
[Collection(WorkbenchCollection.Name)]
public sealed class TemplateTests(Workbench bench)
{
    [Fact]
    public void Strategy_FromTheTemplate_BuildsTestsDropsInAndTrades()
    {
        string solution = bench.New("opentrading-strategy", "MyCross");

        string output = bench.Dotnet(solution, "test", "-p:NuGetAudit=false");

        Assert.Contains("Failed:     0, Passed:     6", output, StringComparison.Ordinal);
        string plugin = AssertDropIn(solution, "MyCross");
        Assert.Contains(Strings(plugin), text => text.StartsWith("my-cross", StringComparison.Ordinal));

        DropIn(plugin, "strategies");
        string bars = Path.Combine(bench.Home, "bars.csv");
        File.WriteAllText(bars, BarFile.Waves(600));
        bench.Host("import", bars, "--symbol", "EURUSD", "--timeframe", "H1");
        Assert.Contains("my-cross", bench.Host("strategies", "list"), StringComparison.Ordinal);
        using JsonDocument replay = JsonDocument.Parse(bench.Host("replay", "--symbol", "EURUSD", "--timeframe", "H1", "--strategy", "my-cross", "--json"));
        Assert.NotEmpty(replay.RootElement.GetProperty("trades").EnumerateArray());
    }

    [Fact]
    public void Plugin_FromTheTemplate_BuildsTestsAndIsLoadedWithItsDependencies()
    {
        // A name that is no identifier, and a dependency of its own.
        string solution = bench.New("opentrading-plugin", "Desk.Hours");
        string project = Path.Combine(solution, "Desk.Hours");
        bench.Dotnet(project, "add", "package", "xunit.assert", "--version", "2.9.3", "--no-restore");

        string output = bench.Dotnet(solution, "test", "-p:NuGetAudit=false");

        Assert.Contains("Failed:     0, Passed:    10", output, StringComparison.Ordinal);
        DropIn(AssertDropIn(solution, "Desk.Hours", "xunit.assert.dll"), "plugins");
        using JsonDocument info = JsonDocument.Parse(bench.Host("plugins", "info", "Desk.Hours", "--json"));
        Assert.Equal("loaded", info.RootElement.GetProperty("state").GetString());
        Assert.Equal("entry_hours", Assert.Single(info.RootElement.GetProperty("riskRules").EnumerateArray()).GetString());
    }

    [Theory]
    [InlineData("MyCross", "my-cross", "MyCross")]
    [InlineData("range of 3 days", "range-of-3-days", "RangeOf3Days")]
    public void Script_FromTheTemplate_IsOneFileOfTheNameThatTheHostLoads(string name, string id, string className)
    {
        string folder = bench.New("opentrading-script", name);

        string script = Directory.GetFiles(folder, "*", SearchOption.AllDirectories).Single(file => Path.GetFileName(file) == id + ".csx");
        string text = File.ReadAllText(script);

        Assert.Contains($"[Strategy(\"{id}\", Description = ", text, StringComparison.Ordinal);
        Assert.Contains($"public sealed class {className}(", text, StringComparison.Ordinal);
        Assert.DoesNotContain("OfTheName", text, StringComparison.Ordinal);
        Assert.EndsWith("1 script, 0 errors", bench.Host("scripts", "check", script).TrimEnd(), StringComparison.Ordinal);
    }

    private void DropIn(string plugin, string folder)
    {
        string from = Path.GetDirectoryName(plugin)!;
        string to = Directory.CreateDirectory(Path.Combine(bench.Home, folder, Path.GetFileName(from))).FullName;
        foreach (string file in Directory.GetFiles(from))
        {
            File.Copy(file, Path.Combine(to, Path.GetFileName(file)));
        }
    }

    private static string AssertDropIn(string solution, string name, params string[] dependencies)
    {
        string folder = Path.Combine(solution, name, "bin", "Debug", "drop-in", name);
        string[] expected = [$"{name}.deps.json", $"{name}.dll", $"{name}.pdb", $"{name}.runtimeconfig.json", .. dependencies];
        Assert.Equal(
            expected.Order(StringComparer.Ordinal),
            Directory.GetFiles(folder, "*", SearchOption.AllDirectories).Select(file => Path.GetRelativePath(folder, file)).Order(StringComparer.Ordinal));

        string plugin = Path.Combine(folder, name + ".dll");
        Assert.Contains("OpenTrading.Sdk " + Workbench.Version, Strings(plugin));
        return plugin;
    }

    /// <summary>Strings of the assembly's and its types' attributes, read as data: no code of the plugin runs.</summary>
    private static string[] Strings(string path)
    {
        using var reader = new PEReader(File.OpenRead(path));
        MetadataReader metadata = reader.GetMetadataReader();
        return [.. metadata.CustomAttributes.Select(handle => Text(metadata, metadata.GetCustomAttribute(handle)))];
    }

    // The strings at the head of an attribute's value, joined: all that a constructor of strings takes.
    private static string Text(MetadataReader metadata, CustomAttribute attribute)
    {
        BlobReader value = metadata.GetBlobReader(attribute.Value);
        var texts = new List<string>();
        if (value.Length > 2 && value.ReadUInt16() == 1)
        {
            try
            {
                for (int i = 0; i < 2 && value.RemainingBytes > 2; i++)
                {
                    texts.Add(value.ReadSerializedString() ?? "");
                }
            }
            catch (BadImageFormatException)
            {
                // An argument that is no string.
            }
        }

        return string.Join(' ', texts);
    }
}
