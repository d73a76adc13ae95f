namespace OpenTrading.Research.Tests;

public sealed class ResearchPluginTests
{
    [Theory]
    [InlineData("not an address")]
    [InlineData("ftp://example.org/feed")]
    [InlineData("/feed.xml")]
    public void Desk_FeedThatIsNoAddress_IsRefusedByItsKey(string feed)
    {
        FormatException refusal = Assert.Throws<FormatException>(() => ResearchPlugin.Desk(new ResearchOptions { Feeds = ["https://example.org/a.xml", feed] }, TimeProvider.System, () => null));

        Assert.Equal($"research.feeds '{feed}' is no address of the web; write such as https://example.org/feed.xml.", refusal.Message);
    }

    [Fact]
    public void Desk_SearchEngineElsewhere_IsHeldToTheSame() => Assert.Contains(
        "research.tavily_url", Assert.Throws<FormatException>(() => ResearchPlugin.Desk(new ResearchOptions { TavilyUrl = "tavily" }, TimeProvider.System, () => null)).Message, StringComparison.Ordinal);
}
