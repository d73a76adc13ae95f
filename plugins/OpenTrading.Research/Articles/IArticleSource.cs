using OpenTrading.Research.Web;

namespace OpenTrading.Research.Articles;

/// <summary>Somebody who has articles.</summary>
internal interface IArticleSource
{
    /// <summary>What it is called in answers.</summary>
    string Name { get; }

    /// <summary>Its articles on something, and when it said so.</summary>
    /// <exception cref="FetchException">It cannot be asked, or did not answer usably.</exception>
    Task<(IReadOnlyList<Article> Articles, DateTime At)> FindAsync(ArticleQuery query, CancellationToken cancellationToken);
}
