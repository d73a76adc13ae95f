using System.Text;
using OpenTrading.Research.Articles;
using OpenTrading.Research.Articles.Feeds;
using OpenTrading.Research.Web;

namespace OpenTrading.Research.Tests.Articles;

public sealed class FeedReaderTests
{
    private static readonly DateTime Now = new(2026, 1, 10, 12, 0, 0, DateTimeKind.Utc);

    [Fact]
    public void Read_Rss_HasItsItems()
    {
        Article[] articles = Read("""
            <?xml version="1.0"?>
            <rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:media="http://search.yahoo.com/mrss/"><channel><title>Feed</title><link>https://example.org</link>
            <item><media:title>not this</media:title><title>Fed holds</title><link>https://example.org/1</link><description><![CDATA[<p>Rates <b>stay</b></p>]]></description><pubDate>Fri, 09 Jan 2026 08:30:00 EST</pubDate></item>
            <item><title>No link</title></item>
            <item><title>Dublin</title><link> https://example.org/2 </link><dc:date>2026-01-10T10:00:00+01:00</dc:date></item>
            <item><title>From the future</title><link>https://example.org/3</link><pubDate>Fri, 09 Jan 2099 08:30:00 GMT</pubDate></item>
            </channel></rss>
            """);

        Assert.Equal(
            [("Fed holds", "Rates stay", (DateTime?)new DateTime(2026, 1, 9, 13, 30, 0)), ("Dublin", "", new DateTime(2026, 1, 10, 9, 0, 0)), ("From the future", "", null)],
            articles.Select(a => (a.Title, a.Snippet, a.PublishedAt)));
        Assert.Equal("https://example.org/2", articles[1].Link.AbsoluteUri);
    }

    [Fact]
    public void Read_Atom_HasItsEntries()
    {
        Article article = Assert.Single(Read("""
            <feed xmlns="http://www.w3.org/2005/Atom"><title>Feed</title>
            <entry><title type="html">ECB &lt;b&gt;cuts&lt;/b&gt;</title><link rel="self" href="https://example.org/self"/><link href="https://example.org/e"/>
            <updated>2026-01-09T00:00:00Z</updated><content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">A <i>quarter</i> point</div></content></entry></feed>
            """));

        Assert.Equal(("ECB cuts", "A quarter point", "https://example.org/e"), (article.Title, article.Snippet, article.Link.AbsoluteUri));
        Assert.Equal("art_" + article.Id[4..], article.Id);
        Assert.Equal(20, article.Id.Length);
    }

    [Theory]
    [InlineData("<rss><channel><item><title>x</title>", "no well-formed feed")]
    [InlineData("not xml at all", "no well-formed feed")]
    [InlineData("", "no well-formed feed")]
    [InlineData("<html><body/></html>", "neither RSS nor Atom")]
    [InlineData("""<?xml version="1.0" encoding="no-such"?><rss/>""", "feed")]
    [InlineData("""<!DOCTYPE rss [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">]><rss><channel><item><title>&b;</title><link>https://example.org</link></item></channel></rss>""", "no well-formed feed")]
    [InlineData("""<!DOCTYPE rss [<!ENTITY x SYSTEM "file:///etc/passwd">]><rss><channel><item><title>&x;</title><link>https://example.org</link></item></channel></rss>""", "no well-formed feed")]
    [InlineData("""<!DOCTYPE rss SYSTEM "http://127.0.0.1/dtd"><rss/>""", "no well-formed feed")]
    public void Read_BrokenOrHostile_IsRefused(string feed, string why) =>
        Assert.Contains(why, Assert.Throws<FetchException>(() => Read(feed)).Message, StringComparison.Ordinal);

    [Fact]
    public void Read_NestedDeep_IsRefused()
    {
        string deep = "<rss><channel>" + string.Concat(Enumerable.Repeat("<a>", 100_000));

        Assert.Contains("nested deeper than 64", Assert.Throws<FetchException>(() => Read(deep)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_ManyAndLongItems_AreBounded()
    {
        string items = string.Concat(Enumerable.Range(0, 1000).Select(i => $"<item><title>{new string('t', 5000)}</title><link>https://example.org/{i}</link></item>"));

        Article[] articles = Read($"<rss><channel>{items}</channel></rss>");

        Assert.Equal(200, articles.Length);
        Assert.All(articles, a => Assert.Equal(200, a.Title.Length));
    }

    private static Article[] Read(string feed) => [.. FeedReader.Read(Encoding.UTF8.GetBytes(feed), "feed:example.org", Now)];
}
