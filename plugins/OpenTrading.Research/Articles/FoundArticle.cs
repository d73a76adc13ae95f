using OpenTrading.Research.Texts;

namespace OpenTrading.Research.Articles;

/// <summary>An article as it is shown.</summary>
/// <param name="ArticleId">Names it.</param>
/// <param name="Title">Its title, marked as untrusted.</param>
/// <param name="Url">Where it stands.</param>
/// <param name="Domain">Host of that.</param>
/// <param name="PublishedAt">UTC time; absent where its source does not say.</param>
/// <param name="Snippet">Its beginning or digest, marked as untrusted.</param>
/// <param name="Relevance">How well it fits what was asked for, 0 to 1, as its source reckons.</param>
/// <param name="Source">Who handed it over.</param>
public sealed record FoundArticle(string ArticleId, string Title, Uri Url, string Domain, DateTime? PublishedAt, string Snippet, double Relevance, string Source)
{
    internal static FoundArticle Of(Article article) => new(
        article.Id, OutsideText.Marked(article.Title), article.Link, article.Link.Host, article.PublishedAt, OutsideText.Marked(article.Snippet), article.Relevance, article.Source);
}
