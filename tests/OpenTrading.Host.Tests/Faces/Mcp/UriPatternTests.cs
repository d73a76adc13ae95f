using OpenTrading.Host.Faces.Mcp.Resources;

namespace OpenTrading.Host.Tests.Faces.Mcp;

public sealed class UriPatternTests
{
    [Theory]
    [InlineData("x://a/{b}/{c}", "x://a/1/2", "b=1,c=2")]
    [InlineData("x://a/{b}", "x://a/mt4%3AXAUUSD", "b=mt4:XAUUSD")]
    [InlineData("x://a", "x://a", "")]
    public void Match_UriOfTheTemplate_GivesItsVariables(string template, string uri, string variables) =>
        Assert.Equal(variables, string.Join(',', new UriPattern(template).Match(uri)!.Select(v => $"{v.Key}={v.Value}")));

    [Theory]
    [InlineData("x://a/{b}", "x://a/")]
    [InlineData("x://a/{b}", "x://a/1/2")]
    [InlineData("x://a/{b}", "x://a/1?c=2")]
    [InlineData("x://a.c", "x://abc")]
    [InlineData("x://a", "x://a\n")]
    public void Match_AnotherUri_IsNone(string template, string uri) => Assert.Null(new UriPattern(template).Match(uri));

    [Fact]
    public void Match_PartOfOverlongText_IsNone() => Assert.Null(new UriPattern("x://{a}").Match($"x://{new string('y', 257)}"));
}
