using OpenTrading.Host.Configuration.Changes;

namespace OpenTrading.Host.Tests.Configuration.Changes;

public class TomlEditTests
{
    [Theory]
    [InlineData("[run]\nspeed = 60   # one minute a second\n", "[run]\nspeed = 5   # one minute a second\n")]
    [InlineData("run = { speed = 60, seed = 1 }\n", "run = { speed = 5, seed = 1 }\n")]
    [InlineData("run.speed = 60", "run.speed = 5")]
    [InlineData("[run]\r\nseed = 1\r\nspeed = 60\r\n", "[run]\r\nseed = 1\r\nspeed = 5\r\n")]
    [InlineData("[run]\nspeed = [\n  1, # ], 'not the end\n  \"#\", '''a\n]''',\n] # end\nseed = 2\n", "[run]\nspeed = 5 # end\nseed = 2\n")]
    [InlineData("[run] # the session\nseed = 1\n", "[run] # the session\nspeed = 5\nseed = 1\n")]
    [InlineData("[mcp]\nembedded = true", "[mcp]\nembedded = true\n\n[run]\nspeed = 5\n")]
    [InlineData("", "\n[run]\nspeed = 5\n")]
    public void Set_Value_ChangesItAlone(string text, string expected) => Assert.Equal(expected, TomlEdit.Set(text, "run", "speed", "5"));

    [Theory]
    [InlineData("a \"quoted\\\" text", "\"a \\\"quoted\\\\\\\" text\"")]
    [InlineData("two\nlines", "\"two\\u000alines\"")]
    public void Literal_Text_ReadsBackAsItself(string text, string literal)
    {
        Assert.Equal(literal, TomlLiteral.Of(text));
        Assert.Equal(text, Assert.IsType<OpenTrading.Host.Configuration.Toml.TomlString>(Toml.Toml.Read($"key = {literal}").Find("key")!.Value).Value);
    }

    [Fact]
    public void Literal_OtherTypes_AreAsAFileSpellsThem() => Assert.Equal(
        "true 5 0.25 60.0 [\"a\", \"b\"] \"none\"",
        string.Join(' ', new object?[] { true, 5, 0.25m, 60.0, (string[])["a", "b"], null }.Select(TomlLiteral.Of)));
}
