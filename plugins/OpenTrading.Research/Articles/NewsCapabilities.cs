using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using OpenTrading.Research.Texts;
using OpenTrading.Sdk.Capabilities;

namespace OpenTrading.Research.Articles;

/// <summary>News of all sources.</summary>
/// <param name="desk">Articles.</param>
internal sealed class NewsCapabilities(ArticleDesk desk)
{
    private const int MostWords = 12;

    /// <summary>Articles on something.</summary>
    [Capability("search_news", "research", Effect.Read, "POST /research/news", Errors = [ErrorCode.DataUnavailable])]
    [Description("News on words, of Tavily and feeds, with link and time.")]
    public async Task<NewsResult> SearchNews(
        ICallContext call,
        [StringLength(300), Description("Words to look for")] string query,
        [Range(1, 30)] int days = 3,
        [Range(1, 50)] int limit = 10)
    {
        string asked = OutsideText.Plain(query, 300);
        string[] words = [.. Words.Of(asked).Distinct(StringComparer.Ordinal).Take(MostWords)];
        if (words.Length == 0)
        {
            throw Argument.Refuse(nameof(query), "it has no word; write what the news are to be about");
        }

        ArticleReading reading = await desk.RequireAsync(new ArticleQuery(asked, [.. words.Select(w => new[] { w })], days, limit), call.CancellationToken).ConfigureAwait(false);
        FoundArticle[] found = [.. reading.Articles.Take(limit).Select(FoundArticle.Of)];
        return new NewsResult
        {
            Summary = $"{found.Length} articles of {days} days{(reading.Unavailable.Count > 0 ? $", {reading.Unavailable.Count} sources missing" : "")}. {OutsideText.Notice}",
            Source = ArticleShow.SourceOf(found.Length > 0 ? found.Select(a => a.Source) : reading.Sources),
            AsOf = reading.AsOf!.Value,
            Articles = found,
            Unavailable = reading.Unavailable,
        };
    }
}
