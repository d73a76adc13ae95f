using OpenTrading.Research.Articles;
using OpenTrading.Research.Subjects;
using OpenTrading.Research.Texts;

namespace OpenTrading.Research.Sentiment;

/// <summary>
/// Counts words of a lexicon, no more. Each counts for the side that its sentence names nearest to it, the one before it first; for the side that is
/// paid with, it counts the other way round. A sentence that names no side does not count. An article's points x become 100 x / sqrt(x² + 15),
/// a hundred never reached.
/// </summary>
internal static class SentimentMethod
{
    /// <summary>The method, as an answer says it.</summary>
    public const string Description =
        "lexicon v1: words of a fixed list, ±1 or ±2, turned by a negation up to 3 words before, counted for the side of the symbol named nearest in the sentence; article 100x/sqrt(x²+15); score is the mean of articles with any such word";

    private const double Damping = 15;

    // Below this, either way, words balance.
    private const double Neutral = 20;

    /// <summary>Score of an article, -100 to 100; null where none of its words counts.</summary>
    public static double? Of(Article article, Subject subject)
    {
        int points = 0;
        bool counts = false;
        foreach (string[] sentence in Words.Sentences(article.Text))
        {
            (int At, int Side)[] sides = [.. SidesIn(sentence, subject)];
            foreach ((int at, int worth) in sides.Length == 0 ? [] : Lexicon.In(sentence))
            {
                points += worth * SideAt(sides, at);
                counts = true;
            }
        }

        return counts ? 100 * points / Math.Sqrt(((double)points * points) + Damping) : null;
    }

    /// <summary>A score in a word.</summary>
    public static string Label(double score) => score >= Neutral ? "bullish" : score <= -Neutral ? "bearish" : "neutral";

    private static IEnumerable<(int At, int Side)> SidesIn(string[] sentence, Subject subject)
    {
        string[] symbol = Words.Of(subject.Symbol);
        for (int i = 0; i < sentence.Length; i++)
        {
            if (Words.StandsAt(sentence, i, symbol) || subject.Base.Any(p => Words.StandsAt(sentence, i, p)))
            {
                yield return (i, 1);
            }
            else if (subject.Quote.Any(p => Words.StandsAt(sentence, i, p)))
            {
                yield return (i, -1);
            }
        }
    }

    private static int SideAt((int At, int Side)[] sides, int at)
    {
        int before = Array.FindLastIndex(sides, s => s.At <= at);
        return sides[Math.Max(0, before)].Side;
    }
}
