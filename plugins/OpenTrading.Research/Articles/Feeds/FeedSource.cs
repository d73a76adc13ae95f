using OpenTrading.Research.Web;

namespace OpenTrading.Research.Articles.Feeds;

/// <summary>One feed.</summary>
/// <param name="address">Where it stands.</param>
/// <param name="client">Asks for it.</param>
internal sealed class FeedSource(Uri address, GuardedClient client) : IArticleSource
{
    private static readonly string[] Kinds = ["application/rss+xml", "application/atom+xml", "application/xml", "text/xml", "application/rdf+xml"];

    /// <inheritdoc/>
    public string Name { get; } = $"feed:{address.IdnHost}";

    /// <inheritdoc/>
    public async Task<(IReadOnlyList<Article> Articles, DateTime At)> FindAsync(ArticleQuery query, CancellationToken cancellationToken)
    {
        WebAnswer answer = await client.FetchAsync(new WebQuery(address, Kinds), cancellationToken).ConfigureAwait(false);
        Article[] fitting =
        [
            .. FeedReader.Read(answer.Body, Name, answer.At)
                .Select(a => a with { Relevance = Fit.Of(a, query.Terms) })
                .Where(a => a.Relevance > 0)
                .OrderByDescending(a => a.Relevance)
                .Take(query.Limit),
        ];
        return (fitting, answer.At);
    }
}
