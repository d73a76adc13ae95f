using OpenTrading.Research.Texts;
using OpenTrading.Research.Web;
using OpenTrading.Sdk.Capabilities;

namespace OpenTrading.Research.Articles;

/// <summary>Asks every source of articles at once, and makes one list of what they answer.</summary>
/// <param name="sources">The sources.</param>
/// <param name="remedy">What an owner does to have some.</param>
/// <param name="wall">The machine's clock.</param>
internal sealed class ArticleDesk(IReadOnlyList<IArticleSource> sources, string remedy, TimeProvider wall)
{
    /// <summary>What an owner does to have sources.</summary>
    public string Remedy => remedy;

    /// <summary>UTC instant of now. News are of the world, whatever the market's clock says.</summary>
    public DateTime Now => wall.GetUtcNow().UtcDateTime;

    /// <summary>Articles; a source that does not answer is named.</summary>
    public async Task<ArticleReading> ReadAsync(ArticleQuery query, CancellationToken cancellationToken)
    {
        (string Name, IReadOnlyList<Article> Articles, DateTime? At, string? Why)[] answers =
            await Task.WhenAll(sources.Select(s => AskAsync(s, query, cancellationToken))).ConfigureAwait(false);
        DateTime since = Now.AddDays(-query.Days);
        Article[] articles =
        [
            .. answers.SelectMany(a => a.Articles)
                .Where(a => a.PublishedAt is null || a.PublishedAt >= since)
                .GroupBy(a => a.Link).Select(g => g.First())
                .GroupBy(a => string.Join(' ', Words.Of(a.Title))).Select(g => g.First())
                .OrderByDescending(a => a.Relevance).ThenByDescending(a => a.PublishedAt ?? DateTime.MinValue).ThenBy(a => a.Link.AbsoluteUri, StringComparer.Ordinal),
        ];
        return new ArticleReading(
            articles,
            [.. answers.Where(a => a.Why is null).Select(a => a.Name).Distinct(StringComparer.Ordinal)],
            articles.Max(a => a.PublishedAt) ?? answers.Max(a => a.At),
            [.. answers.Where(a => a.Why is not null).Select(a => new Unavailable($"news.{a.Name}", a.Why!))]);
    }

    /// <summary>Articles, where at least one source answers.</summary>
    /// <exception cref="CapabilityException">None does: <see cref="ErrorCode.DataUnavailable"/>.</exception>
    public async Task<ArticleReading> RequireAsync(ArticleQuery query, CancellationToken cancellationToken)
    {
        ArticleReading reading = await ReadAsync(query, cancellationToken).ConfigureAwait(false);
        return reading.AsOf is not null ? reading : throw Refusal(reading.Unavailable);
    }

    /// <summary>That nobody answered.</summary>
    public CapabilityException Refusal(IEnumerable<Unavailable> missing) =>
        new(ErrorCode.DataUnavailable, $"No news: {string.Join("; ", missing.Select(u => $"{u.Section}: {u.Reason}"))}", remedy);

    private static async Task<(string Name, IReadOnlyList<Article> Articles, DateTime? At, string? Why)> AskAsync(IArticleSource source, ArticleQuery query, CancellationToken cancellationToken)
    {
        try
        {
            (IReadOnlyList<Article> articles, DateTime at) = await source.FindAsync(query, cancellationToken).ConfigureAwait(false);
            return (source.Name, articles, at, null);
        }
        catch (FetchException e)
        {
            return (source.Name, [], null, e.Message);
        }
    }
}
