using FsCheck;
using FsCheck.Fluent;
using OpenTrading.Host.Plugins.Scripts;

namespace OpenTrading.Host.Tests.Plugins.Scripts;

public sealed class ScriptHeadTests
{
    [Theory]
    [InlineData("#load \"a.csx\"", "load", "a.csx", 1, 1)]
    [InlineData("// first\n\n  #load \"lib/a b.csx\" // why\n", "load", "lib/a b.csx", 3, 3)]
    [InlineData("/* a\r\n b */ #  load   \"a.csx\"\r\n", "load", "a.csx", 2, 7)]
    [InlineData("#nullable enable\r#r \"x.dll\"", "r", "x.dll", 2, 1)]
    [InlineData("#load a.csx", "load", null, 1, 1)]
    [InlineData("#load \"a.csx\" b", "load", null, 1, 1)]
    [InlineData("#load \"\"", "load", null, 1, 1)]
    [InlineData("#load \"a.csx", "load", null, 1, 1)]
    public void Read_ADirective_TellsItsArgumentAndPlace(string text, string name, string? argument, int line, int column)
    {
        ScriptDirective only = Assert.Single(ScriptHead.Read(text));

        Assert.Equal((name, argument, line, column), (only.Name, only.Argument, only.Line, only.Column));
        Assert.Equal('#', text[only.Start]);
    }

    [Theory]
    [InlineData("")]
    [InlineData("// #load \"a.csx\"")]
    [InlineData("/* #load \"a.csx\" */")]
    [InlineData("/* never closed #load \"a.csx\"")]
    [InlineData("class A { }\n#load \"a.csx\"")]
    [InlineData("#if X\n#load \"a.csx\"\n#endif")]
    [InlineData("\"\"\"\n#load \"a.csx\"\n\"\"\"")]
    [InlineData("#loading \"a.csx\"")]
    public void Read_NoDirectiveOfTheHead_FindsNone(string text) => Assert.Empty(ScriptHead.Read(text));

    [Fact]
    public void WithoutDirectives_AnyText_KeepsEveryOtherCharacterInItsPlace()
    {
        Gen<string> piece = Gen.Elements("#load \"a.csx\"", "# r \"b\"", "#load", "//", "/*", "*/", "\n", "\r\n", "\r", " ", "class A;", "#if X", "\"", "\u2028");
        Prop.ForAll(piece.ArrayOf().Select(string.Concat).ToArbitrary(), text =>
        {
            string code = ScriptHead.WithoutDirectives(text);
            HashSet<int> hidden = [.. ScriptHead.Read(text).SelectMany(d => new[] { d.Start, d.Start + 1 })];

            Assert.Empty(ScriptHead.Read(code));
            Assert.Equal(text.Length, code.Length);
            Assert.All(Enumerable.Range(0, text.Length), i => Assert.Equal(hidden.Contains(i) ? '/' : text[i], code[i]));
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(500).WithReplay(20240108, 1));
    }
}
