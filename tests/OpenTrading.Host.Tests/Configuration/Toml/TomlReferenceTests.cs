using System.Text.Json;
using OpenTrading.Host.Configuration.Toml;
using OpenTrading.Tests.Shared;

namespace OpenTrading.Host.Tests.Configuration.Toml;

/// <summary>The published conformance suite: what is valid must mean the JSON beside it, what is invalid must be refused.</summary>
public sealed class TomlReferenceTests
{
    private static readonly string Folder = ReferenceFiles.Reference("toml-test");

    public static TheoryData<string> Valid => Files("valid");

    public static TheoryData<string> Invalid => Files("invalid");

    [ReferenceTheory("toml-test", "valid")]
    [MemberData(nameof(Valid))]
    public void Read_ValidFile_MeansTheJsonBesideIt(string file)
    {
        string path = Path.Combine(Folder, file);
        using JsonDocument expected = JsonDocument.Parse(File.ReadAllBytes(Path.ChangeExtension(path, ".json")));

        TomlTable root = TomlReader.Read(File.ReadAllBytes(path), file);

        TaggedJson.AssertSame(expected.RootElement, root, "root");
    }

    [ReferenceTheory("toml-test", "invalid")]
    [MemberData(nameof(Invalid))]
    public void Read_InvalidFile_RefusesWithPositionAndRemedy(string file)
    {
        byte[] bytes = File.ReadAllBytes(Path.Combine(Folder, file));

        TomlException refusal = Assert.Throws<TomlException>(() => TomlReader.Read(bytes, file));

        Assert.StartsWith($"{file}:{refusal.Line}:{refusal.Column}: ", refusal.Message, StringComparison.Ordinal);
        Assert.InRange(refusal.Line, 1, bytes.Count(octet => octet == '\n') + 1);
        Assert.InRange(refusal.Column, 1, bytes.Length + 1);
        Assert.Contains("; ", refusal.Reason, StringComparison.Ordinal);
    }

    private static TheoryData<string> Files(string kind)
    {
        TheoryData<string> files = [];
        string[] paths = Directory.GetFiles(Path.Combine(Folder, kind), "*.toml", SearchOption.AllDirectories);
        foreach (string path in paths.Order(StringComparer.Ordinal))
        {
            files.Add(Path.GetRelativePath(Folder, path));
        }

        return files;
    }
}
