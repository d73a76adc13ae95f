using System.Text;
using OpenTrading.Host.Plugins.Scripts;

namespace OpenTrading.Host.Tests.Plugins.Scripts;

public sealed class ScriptReaderTests : IDisposable
{
    private readonly ScriptFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Read_LoadsOfLoads_GivesEachFileOnceInOrder()
    {
        _folder.Write("x.csx", "#load \"lib/a.csx\"\n#load \"lib\\b.csx\"\nclass X;");
        _folder.Write("lib/a.csx", "#load \"b.csx\"\n#load \"../c.csx\"\nclass A;");
        _folder.Write("lib/b.csx", "class B;");
        _folder.Write("c.csx", "class C;");

        ScriptSources sources = _folder.Read("x.csx");

        Assert.Equal(["x.csx", "lib/a.csx", "lib/b.csx", "c.csx"], sources.Files.Select(f => f.Name));
        Assert.Equal(Path.Combine(_folder.Root, "lib", "a.csx"), sources.Files[1].Path);
    }

    [Fact]
    public void Read_FilesThatLoadEachOther_GivesEachOnce()
    {
        _folder.Write("x.csx", "#load \"y.csx\"\n#load \"x.csx\"");
        _folder.Write("y.csx", "#load \"x.csx\"");

        Assert.Equal(["x.csx", "y.csx"], _folder.Read("x.csx").Files.Select(f => f.Name));
    }

    [Fact]
    public void Read_RelativePaths_ShowsThemAsGiven()
    {
        _folder.Write("x.csx", "#load \"none.csx\"");
        string root = Path.GetRelativePath(Environment.CurrentDirectory, _folder.Root);

        ScriptError only = Assert.Single(Refused(() => ScriptReader.Read(Path.Combine(root, "x.csx"), root)));

        Assert.Equal($"{root}/x.csx(1,1): error OT0004: \"none.csx\" is not there; it would be {root}/none.csx.", only.ToString().Replace('\\', '/'));
    }

    [Theory]
    [InlineData("#load \"../x.csx\"", "OT0005")]
    [InlineData("#load \"lib/../../y.csx\"", "OT0005")]
    [InlineData("#load \"/etc/passwd\"", "OT0005")]
    [InlineData("#load \"/etc/x.csx\"", "OT0005")]
    [InlineData("#load \"x.txt\"", "OT0005")]
    [InlineData("#load \".\"", "OT0005")]
    [InlineData("#load none.csx", "OT0003")]
    [InlineData("#load", "OT0003")]
    [InlineData("#r \"System.Net.Http.dll\"", "OT0006")]
    [InlineData("#r \"nuget: Newtonsoft.Json\"", "OT0006")]
    public void Read_ADirectiveThatCannotBe_IsRefusedAtItsPlace(string directive, string id)
    {
        _folder.Write("x.csx", "// a strategy\n  " + directive + "\nclass X;");

        ScriptError only = Assert.Single(Refused(() => _folder.Read("x.csx")));

        Assert.Equal((2, 3, id), (only.Line, only.Column, only.Id));
    }

    [Fact]
    public void Read_SeveralFaults_TellsThemAllInTheirFiles()
    {
        _folder.Write("x.csx", "#load \"y.csx\"\n#load \"none.csx\"");
        _folder.Write("y.csx", "\n#r \"a\"\n#load oops");

        string[] errors = [.. Refused(() => _folder.Read("x.csx")).Select(e => $"{Path.GetFileName(e.File)}({e.Line}) {e.Id}")];

        Assert.Equal(["y.csx(2) OT0006", "y.csx(3) OT0003", "x.csx(2) OT0004"], errors);
    }

    [Fact]
    public void Read_ALinkOutOfTheFolder_IsRefused()
    {
        string outside = Path.Combine(Path.GetDirectoryName(_folder.Root)!, "outside");
        Directory.CreateDirectory(outside);
        File.WriteAllText(Path.Combine(outside, "y.csx"), "class Y;");
        _folder.Write("x.csx", "#load \"file.csx\"\n#load \"folder/y.csx\"\n#load \"within.csx\"");
        _folder.Write("lib/z.csx", "class Z;");
        File.CreateSymbolicLink(Path.Combine(_folder.Root, "file.csx"), Path.Combine(outside, "y.csx"));
        Directory.CreateSymbolicLink(Path.Combine(_folder.Root, "folder"), outside);
        File.CreateSymbolicLink(Path.Combine(_folder.Root, "within.csx"), Path.Combine(_folder.Root, "lib", "z.csx"));

        Assert.Equal([(1, "OT0005"), (2, "OT0005")], Refused(() => _folder.Read("x.csx")).Select(e => (e.Line, e.Id)));
    }

    [Fact]
    public void Read_AScriptThatIsAbsent_SaysSo()
    {
        string path = Path.Combine(_folder.Root, "none.csx");

        Assert.Equal($"{path}(1,1): error OT0001: none.csx is not there.", Assert.Single(Refused(() => _folder.Read("none.csx"))).ToString());
    }

    [Fact]
    public void Read_AScriptOutsideTheFolder_IsACallersFault() =>
        Assert.Throws<ArgumentException>(() => ScriptReader.Read(Path.Combine(_folder.Root, "..", "x.csx"), _folder.Root));

    [Theory]
    [InlineData(ScriptReader.LargestFile, false)]
    [InlineData(ScriptReader.LargestFile + 1, true)]
    [InlineData(10_000_000, true)]
    public void Read_AFileOfASize_IsRefusedAboveTheLimit(int bytes, bool isRefused)
    {
        _folder.Write("x.csx", new string(' ', bytes));

        string? text = Record.Exception(() => _folder.Read("x.csx"))?.Message;

        Assert.Equal(isRefused, text?.Contains("OT0001", StringComparison.Ordinal) == true);
        Assert.Equal(isRefused, text?.Contains("a script may have 1,048,576", StringComparison.Ordinal) == true);
    }

    [Theory]
    [InlineData(new byte[] { 0x61, 0x0A, 0x62, 0xFF, 0x63 }, 2, 2, "byte 4 (0xFF)")]
    [InlineData(new byte[] { 0xC3, 0xA9, 0xC3 }, 1, 2, "byte 3 (0xC3)")]
    [InlineData(new byte[] { 0xFF, 0xFE, 0x61, 0x00 }, 1, 1, "byte 1 (0xFF)")]
    public void Read_BytesThatAreNoUtf8_AreRefusedAtTheFirst(byte[] bytes, int line, int column, string text)
    {
        File.WriteAllBytes(Path.Combine(_folder.Root, "x.csx"), bytes);

        ScriptError only = Assert.Single(Refused(() => _folder.Read("x.csx")));

        Assert.Equal((line, column, "OT0002"), (only.Line, only.Column, only.Id));
        Assert.StartsWith(text, only.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_AByteOrderMark_IsNoPartOfTheText()
    {
        File.WriteAllText(Path.Combine(_folder.Root, "x.csx"), "#load \"y.csx\"", new UTF8Encoding(encoderShouldEmitUTF8Identifier: true));
        _folder.Write("y.csx", "class Y;");

        ScriptSources sources = _folder.Read("x.csx");

        Assert.Equal("#load \"y.csx\"", sources.Files[0].Text);
        Assert.Equal(2, sources.Files.Count);
    }

    [Fact]
    public void Sha256_NamesAndBytes_DecideItAndNothingElse()
    {
        string Hash(string name, string text, string neighbour)
        {
            using var folder = new ScriptFolder();
            folder.Write(name, $"#load \"{neighbour}\"\n{text}");
            folder.Write(neighbour, "class N;");
            return folder.Read(name).Sha256;
        }

        string usual = Hash("x.csx", "class X;", "n.csx");

        Assert.Matches("^[0-9a-f]{64}$", usual);
        Assert.Equal(usual, Hash("x.csx", "class X;", "n.csx"));
        Assert.Equal(4, new HashSet<string> { usual, Hash("y.csx", "class X;", "n.csx"), Hash("x.csx", "class Y;", "n.csx"), Hash("x.csx", "class X;", "m.csx") }.Count);
    }

    private static IReadOnlyList<ScriptError> Refused(Action read) => Assert.Throws<ScriptException>(read).Errors;
}
