using System.Text;
using System.Xml;
using OpenTrading.Research.Web;

namespace OpenTrading.Research.Articles.Feeds;

/// <summary>
/// Reads RSS 2.0, RSS 1.0 and Atom 1.0. A feed is hostile: no document type, no entity of its own, nothing is loaded from elsewhere, and depth, items and
/// text are bounded.
/// </summary>
internal static class FeedReader
{
    private const int MostItems = 200;
    private const int MostDepth = 64;
    private const int MostText = 32 * 1024;

    private static readonly string[] Namespaces = ["", "http://www.w3.org/2005/Atom", "http://purl.org/rss/1.0/", "http://purl.org/dc/elements/1.1/"];

    /// <summary>Its articles, in its order.</summary>
    /// <exception cref="FetchException">It is no feed.</exception>
    public static IReadOnlyList<Article> Read(byte[] feed, string source, DateTime now)
    {
        var settings = new XmlReaderSettings
        {
            DtdProcessing = DtdProcessing.Prohibit,
            XmlResolver = null,
            MaxCharactersInDocument = 8 * 1024 * 1024,
            IgnoreComments = true,
            IgnoreProcessingInstructions = true,
        };
        try
        {
            using var reader = XmlReader.Create(new MemoryStream(feed, writable: false), settings);
            reader.MoveToContent();
            return reader.LocalName is "rss" or "RDF" or "feed" ? [.. Items(reader).Take(MostItems).Select(i => i.ToArticle(source, now)).OfType<Article>()] : throw new FetchException("it is neither RSS nor Atom");
        }
        catch (XmlException e)
        {
            throw new FetchException($"it is no well-formed feed (line {e.LineNumber})", e);
        }
        catch (Exception e) when (e is ArgumentException or NotSupportedException or InvalidOperationException)
        {
            throw new FetchException("its encoding is unknown", e);
        }
    }

    private static IEnumerable<Item> Items(XmlReader reader)
    {
        Item? item = null;
        int itemDepth = 0;
        string? field = null;
        while (reader.Read())
        {
            if (reader.Depth > MostDepth)
            {
                throw new FetchException($"its elements are nested deeper than {MostDepth}");
            }

            switch (reader.NodeType)
            {
                case XmlNodeType.Element when item is null && reader.LocalName is "item" or "entry" && !reader.IsEmptyElement:
                    (item, itemDepth, field) = (new Item(), reader.Depth, null);
                    break;
                case XmlNodeType.Element when item is not null && reader.Depth == itemDepth + 1:
                    field = Array.IndexOf(Namespaces, reader.NamespaceURI) >= 0 ? item.Open(reader.LocalName, reader.GetAttribute("href"), reader.GetAttribute("rel")) : null;
                    field = reader.IsEmptyElement ? null : field;
                    break;
                case XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.SignificantWhitespace when field is not null:
                    item!.Add(field, reader.Value);
                    break;
                case XmlNodeType.EndElement when item is not null && reader.Depth == itemDepth + 1:
                    field = null;
                    break;
                case XmlNodeType.EndElement when item is not null && reader.Depth == itemDepth:
                    yield return item;
                    item = null;
                    break;
            }
        }
    }

    private sealed class Item
    {
        private readonly Dictionary<string, StringBuilder> _texts = new(StringComparer.Ordinal);
        private string? _href;

        // What is there already is not overwritten by a second one.
        public string? Open(string name, string? href, string? rel)
        {
            if (name == "link" && href is not null)
            {
                _href ??= rel is null or "alternate" ? href : null;
                return null;
            }

            return name is "title" or "link" or "description" or "summary" or "content" or "pubDate" or "published" or "updated" or "date" && _texts.TryAdd(name, new StringBuilder()) ? name : null;
        }

        public void Add(string field, string text)
        {
            StringBuilder kept = _texts[field];
            kept.Append(text.AsSpan(0, Math.Min(text.Length, MostText - kept.Length)));
        }

        public Article? ToArticle(string source, DateTime now) => Article.Read(
            _href ?? Text("link"),
            Text("title"),
            Text("description") ?? Text("summary") ?? Text("content"),
            FeedTime.Read(Text("pubDate") ?? Text("published") ?? Text("date") ?? Text("updated")),
            source,
            now);

        private string? Text(string name) => _texts.TryGetValue(name, out StringBuilder? text) && text.Length > 0 ? text.ToString() : null;
    }
}
