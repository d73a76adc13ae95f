using OpenTrading.Research.Articles;

namespace OpenTrading.Research.Topics;

/// <summary>Articles on a topic.</summary>
/// <param name="Topic">Which.</param>
/// <param name="Articles">Those that have a sentence on it, in the order given.</param>
/// <param name="Stance">How they speak of it.</param>
internal sealed record TopicReading(Topic Topic, IReadOnlyList<Article> Articles, string Stance)
{
    private const int MostLinks = 3;

    /// <summary>Links to the first of them.</summary>
    public IReadOnlyList<Uri> Links => [.. Articles.Take(MostLinks).Select(a => a.Link)];

    /// <summary>Topics that articles speak of, the most spoken of first.</summary>
    public static IReadOnlyList<TopicReading> Of(IReadOnlyCollection<Article> articles) =>
    [
        .. Topic.All
            .Select(topic => (Topic: topic, On: articles.Select(a => (Article: a, Sentences: topic.In(a.Text).ToArray())).Where(a => a.Sentences.Length > 0).ToArray()))
            .Where(t => t.On.Length > 0)
            .Select(t => new TopicReading(t.Topic, [.. t.On.Select(a => a.Article)], t.Topic.Stance(t.On.SelectMany(a => a.Sentences))))
            .OrderByDescending(t => t.Articles.Count).ThenBy(t => t.Topic.Name, StringComparer.Ordinal),
    ];
}
