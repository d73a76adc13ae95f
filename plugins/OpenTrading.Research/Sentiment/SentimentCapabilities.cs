using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using OpenTrading.Research.Articles;
using OpenTrading.Research.Subjects;
using OpenTrading.Research.Texts;
using OpenTrading.Sdk.Capabilities;
using OpenTrading.Sdk.Market;

namespace OpenTrading.Research.Sentiment;

/// <summary>What the words of news say about a price.</summary>
/// <param name="desk">Articles.</param>
/// <param name="instruments">Known instruments.</param>
internal sealed class SentimentCapabilities(ArticleDesk desk, IReadOnlyDictionary<string, Instrument> instruments)
{
    private const int MostArticles = 50;
    private const int Shown = 5;

    /// <summary>A score of words.</summary>
    [Capability("get_sentiment", "research", Effect.Read, "POST /research/sentiment", Errors = [ErrorCode.DataUnavailable])]
    [Description("Score of news on a symbol, -100 to 100, by words of a lexicon.")]
    public async Task<SentimentResult> GetSentiment(ICallContext call, string symbol, [Range(1, 30)] int days = 3)
    {
        var subject = Subject.Of(symbol, instruments);
        ArticleReading reading = await desk.RequireAsync(subject.ToQuery(days, null, MostArticles), call.CancellationToken).ConfigureAwait(false);
        var sentiment = new SentimentReading(reading.Articles, subject);
        double score = sentiment.Score ?? throw new CapabilityException(
            ErrorCode.DataUnavailable,
            $"Of {reading.Articles.Count} articles on {subject.Symbol} in {days} days none has a word of the lexicon beside {subject.Name}",
            "Ask for more days, or read the articles with search_news.");
        return new SentimentResult
        {
            Summary = $"{subject.Symbol} news of {days} days: {score} ({SentimentMethod.Label(score)}) over {sentiment.Scored.Count} of {reading.Articles.Count} articles. {OutsideText.Notice}",
            Source = ArticleShow.SourceOf(sentiment.Scored.Select(s => s.Article.Source)),
            AsOf = reading.AsOf!.Value,
            Symbol = subject.Symbol,
            Score = score,
            Label = SentimentMethod.Label(score),
            N = sentiment.Scored.Count,
            ByDay = sentiment.Days,
            Top =
            [
                .. sentiment.Scored.OrderByDescending(s => Math.Abs(s.Score)).ThenByDescending(s => s.Article.PublishedAt).Take(Shown)
                    .Select(s => new ScoredArticle(OutsideText.Marked(s.Article.Title), s.Article.Link, SentimentReading.Round(s.Score), s.Article.PublishedAt, s.Article.Source)),
            ],
            Method = SentimentMethod.Description,
            Unavailable = reading.Unavailable,
        };
    }
}
