using OpenTrading.Research.Articles;
using OpenTrading.Research.Subjects;

namespace OpenTrading.Research.Sentiment;

/// <summary>Scores of articles on a subject.</summary>
internal sealed class SentimentReading
{
    /// <summary>Scores them.</summary>
    public SentimentReading(IEnumerable<Article> articles, Subject subject) =>
        Scored = [.. articles.Select(a => (Article: a, Score: SentimentMethod.Of(a, subject))).Where(s => s.Score is not null).Select(s => (s.Article, s.Score!.Value))];

    /// <summary>Articles whose words count.</summary>
    public IReadOnlyList<(Article Article, double Score)> Scored { get; }

    /// <summary>Mean of their scores; null without any.</summary>
    public double? Score => Scored.Count > 0 ? Round(Scored.Average(s => s.Score)) : null;

    /// <summary>Means of the UTC days that have such articles, the newest first.</summary>
    public IReadOnlyList<SentimentDay> Days =>
    [
        .. Scored.Where(s => s.Article.PublishedAt is not null).GroupBy(s => DateOnly.FromDateTime(s.Article.PublishedAt!.Value)).OrderByDescending(g => g.Key)
            .Select(g => new SentimentDay(g.Key, Round(g.Average(s => s.Score)), g.Count())),
    ];

    /// <summary>Mean score of some of the articles; null where none of them counts.</summary>
    public double? Of(IReadOnlyCollection<Article> articles)
    {
        double[] scores = [.. Scored.Where(s => articles.Contains(s.Article)).Select(s => s.Score)];
        return scores.Length > 0 ? scores.Average() : null;
    }

    /// <summary>A score as it is shown.</summary>
    public static double Round(double score) => Math.Round(score, 1);
}
