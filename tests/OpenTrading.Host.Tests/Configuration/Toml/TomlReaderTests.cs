using System.Text;
using OpenTrading.Host.Configuration.Toml;

namespace OpenTrading.Host.Tests.Configuration.Toml;

public sealed class TomlReaderTests
{
    [Fact]
    public void Read_SettingsFile_KeepsEveryPosition()
    {
        TomlTable root = Toml.Read(
            """
            # desk
            mode = "paper"

            [risk.daily]
              frac = 0.10 # of equity
              "hard stop" = true
            limits.lots = [ 0x10,
              1_000 ]

            [[feed]]
            source = { name = 'tape', rate = 2 }
            [[feed]]
            """);

        string[] lines = Describe(root, "").ToArray();

        Assert.Equal(
            [
                "mode 2:1 string 2:8",
                "risk 4:2 table 4:2",
                "risk.daily 4:7 table 4:1",
                "risk.daily.frac 5:3 float 5:10",
                "risk.daily.hard stop 6:3 boolean 6:17",
                "risk.daily.limits 7:1 table 7:1",
                "risk.daily.limits.lots 7:8 array 7:15",
                "- integer 7:17",
                "- integer 8:3",
                "feed 10:3 array 10:1",
                "- table 10:1",
                "source 11:1 table 11:10",
                "source.name 11:12 string 11:19",
                "source.rate 11:27 integer 11:34",
                "- table 12:1",
            ],
            lines);
    }

    [Fact]
    public void Read_SuperTableDefinedLater_MovesToItsHeader()
    {
        TomlEntry risk = Assert.Single(Toml.Read("[risk.daily]\n[risk]\n").Entries);

        Assert.Equal(new TomlPosition(1, 2), risk.KeyPosition);
        Assert.Equal(new TomlPosition(2, 1), risk.Value.Position);
    }

    [Theory]
    [InlineData("a = '''x\n''' \nb = 1", 3, 1)]
    [InlineData("a = \"\"\"x\\\n\n  y\"\"\"\r\nb = 1", 4, 1)]
    [InlineData("\r\n\tb = 1", 2, 2)]
    [InlineData("\"é€\".c = 0\nb = 1", 2, 1)]
    [InlineData("\uFEFFb = 1", 1, 1)]
    public void Read_LineEndsTabsAndMarks_AreCounted(string source, int line, int column) =>
        Assert.Equal(new TomlPosition(line, column), Toml.Read(source).Find("b")!.KeyPosition);

    [Fact]
    public void Find_UnknownKeyOrOtherCase_ReturnsNull()
    {
        TomlTable root = Toml.Read("mode = 1");

        Assert.Null(root.Find("Mode"));
        Assert.NotNull(root.Find("mode"));
    }

    [Fact]
    public void Read_EmptyFile_ReturnsEmptyTable()
    {
        TomlTable root = TomlReader.Read([], "empty.toml");

        Assert.Empty(root.Entries);
        Assert.Equal(TomlPosition.Start, root.Position);
    }

    [Theory]
    [InlineData(64)]
    [InlineData(1)]
    public void Read_ArraysWithinTheDepthLimit_Reads(int depth)
    {
        TomlArray? array = Toml.Value<TomlArray>(new string('[', depth) + new string(']', depth));

        int found = 0;
        for (; array is not null; found++)
        {
            array = (TomlArray?)array.Items.SingleOrDefault();
        }

        Assert.Equal(depth, found);
    }

    public static TheoryData<string, int> TooDeep => new()
    {
        { "a = " + new string('[', 65), 69 },
        { "a = " + new string('[', TomlReader.MaxBytes - 4), 69 },
        { "a = " + Repeat("{a=", 65), 4 + (3 * 64) + 1 },
        { Repeat("a.", 65) + "a = 1", (2 * 64) + 1 },
        { "[" + Repeat("a.", 64) + "a]", 1 + (2 * 64) + 1 },
        { "[[" + Repeat("a.", 63) + "a]]", 2 + (2 * 63) + 1 },
        { Repeat("a.", 32) + "a = " + new string('[', 33), (2 * 32) + 5 + 32 },
    };

    [Theory]
    [MemberData(nameof(TooDeep))]
    public void Read_BeyondTheDepthLimit_Refuses(string source, int column)
    {
        TomlException refusal = Toml.Refusal(source);

        Assert.Equal($"config/live.toml:1:{column}: arrays and tables nest more than 64 deep; flatten them", refusal.Message);
    }

    [Fact]
    public void Read_LargestFile_Reads()
    {
        byte[] utf8 = new byte[TomlReader.MaxBytes];
        Array.Fill(utf8, (byte)' ');
        "a=1"u8.CopyTo(utf8.AsSpan(utf8.Length - 3));

        Assert.Equal(TomlReader.MaxBytes - 2, Assert.Single(TomlReader.Read(utf8, "large.toml").Entries).KeyPosition.Column);
    }

    // Each of these takes hours instead of milliseconds where a stretch is looked at again for each of its characters.
    [Theory]
    [InlineData("a = \"\"\"", " ", "\"\"\"")]
    [InlineData("a = \"\"\"", "\\\n", "\"\"\"")]
    [InlineData("a = '''", "''x", "'''")]
    [InlineData("a = [", "1,", "]")]
    [InlineData("a = [", "#\n", "]")]
    [InlineData("", "[[a.b]]\n", "")]
    [InlineData("a = 0.", "1", "")]
    public void Read_LongMonotony_TakesLinearTime(string begin, string repeated, string end)
    {
        int times = (TomlReader.MaxBytes - begin.Length - end.Length) / repeated.Length;

        Assert.Single(Toml.Read(begin + Repeat(repeated, times) + end).Entries);
    }

    [Fact]
    public void Read_BeyondTheSizeLimit_Refuses()
    {
        TomlException refusal = Assert.Throws<TomlException>(() => TomlReader.Read(new byte[TomlReader.MaxBytes + 1], "large.toml"));

        Assert.Equal("large.toml:1:1: the file has 4194305 bytes, more than 4194304; shorten it", refusal.Message);
    }

    [Theory]
    [InlineData(new byte[] { 0xFF, 0xFE, 0x61, 0x00 }, "1:1: byte 0xFF")]
    [InlineData(new byte[] { 0x61, 0x3D, 0x31, 0x0A, 0x23, 0xC3, 0xA9, 0xC3 }, "2:3: byte 0xC3")]
    [InlineData(new byte[] { 0x0A, 0x0A, 0x20, 0x80 }, "3:2: byte 0x80")]
    [InlineData(new byte[] { 0x23, 0xED, 0xA0, 0x80 }, "1:2: byte 0xED")]
    [InlineData(new byte[] { 0x23, 0xC0, 0x80 }, "1:2: byte 0xC0")]
    public void Read_BytesThatAreNotUtf8_RefusesWithTheirPosition(byte[] bytes, string expected)
    {
        TomlException refusal = Assert.Throws<TomlException>(() => TomlReader.Read(bytes, "desk.toml"));

        Assert.Equal($"desk.toml:{expected} is not UTF-8; save the file as UTF-8", refusal.Message);
    }

    private static string Repeat(string text, int times) => new StringBuilder().Insert(0, text, times).ToString();

    private static IEnumerable<string> Describe(TomlTable table, string path)
    {
        foreach (TomlEntry entry in table.Entries)
        {
            yield return $"{path}{entry.Key} {entry.KeyPosition} {entry.Value.TypeName} {entry.Value.Position}";
            foreach (string line in Inside(entry.Value, $"{path}{entry.Key}."))
            {
                yield return line;
            }
        }
    }

    private static IEnumerable<string> Inside(TomlValue value, string path) => value switch
    {
        TomlTable table => Describe(table, path),
        TomlArray array => array.Items.SelectMany(item => Inside(item, "").Prepend($"- {item.TypeName} {item.Position}")),
        _ => [],
    };
}
