namespace OpenTrading.Host.Tests.Configuration.Toml;

/// <summary>What may be added to which table: a table is defined once, and by one form.</summary>
public sealed class TomlTreeTests
{
    [Theory]
    [InlineData("[a.b]\n[a]\nc = 1", "a(b() c)")]
    [InlineData("[a]\nc = 1\n[a.b]", "a(c b())")]
    [InlineData("a.b = 1\na.c = 2", "a(b c)")]
    [InlineData("a.b = 1\n[a.c]\nd = 2", "a(b c(d))")]
    [InlineData("[a.b.c]\n[a]\nb.d = 1\nb.e = 2", "a(b(c() d e))")]
    [InlineData("[[a]]\nb = 1\n[a.c]\n[[a]]\n[a.c]\nd = 1", "a[(b c()) (c(d))]")]
    [InlineData("[[a.b]]\n[a]\nc = 1\n[[a.b]]", "a(b[() ()] c)")]
    [InlineData("[[a]]\n[[a.b]]\n[[a.b]]\n[[a]]\n[[a.b]]", "a[(b[() ()]) (b[()])]")]
    [InlineData("a = { b.c = 1, b.d = 2 }", "a(b(c d))")]
    [InlineData("a = [{ b = 1 }, [{}]]", "a[(b) [()]]")]
    [InlineData("1.2 = 3\n'' = 4", "1(2) ")]
    public void Read_LawfulOrder_BuildsTheTables(string source, string expected) => Assert.Equal(expected, Toml.Shape(source));

    [Theory]
    [InlineData("[a.b]\n[a]\n[a]")]
    [InlineData("[a.b]\n[a]\n[a.b]")]
    [InlineData("[a]\nb = 1\n[a.b]")]
    [InlineData("[a]\nb = 1\n[a.b.c]")]
    [InlineData("[a]\nb.c = 1\n[a.b]")]
    [InlineData("[a]\nb.c = 1\n[[a.b]]")]
    [InlineData("[a.b]\n[a]\nb.c = 1")]
    [InlineData("[a.b.c]\n[a]\nb.d = 1\n[a.b]")]
    [InlineData("[[a.b]]\n[a]\nb.c = 1")]
    [InlineData("[a.b]\n[[a]]")]
    [InlineData("[[a]]\n[a]")]
    [InlineData("[[a]]\n[a.b]\n[[a.b]]")]
    [InlineData("a = [{}]\n[[a]]")]
    [InlineData("a = [{}]\n[a.b]")]
    [InlineData("a = {}\n[a]")]
    [InlineData("a = { b.c = 1 }\n[a.b.d]")]
    [InlineData("a = { b = {}, b.c = 1 }")]
    [InlineData("a = { b.c = 1, b = 2 }")]
    [InlineData("a.b = 1\na = 2")]
    [InlineData("a = 1\na.b = 2")]
    [InlineData("[a]\n[\"\\u0061\"]")]
    public void Read_SecondDefinition_Refuses(string source) => Assert.NotEmpty(Toml.Refusal(source).Reason);
}
