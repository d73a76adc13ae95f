using OpenTrading.Research.Texts;

namespace OpenTrading.Research.Articles;

/// <summary>How well a text fits phrases: the share of them that it holds, where one in the title counts fully and one below it half.</summary>
internal static class Fit
{
    /// <summary>0 for none to 1 for all in the title; 1 where nothing is asked for.</summary>
    public static double Of(Article article, IReadOnlyList<string[]> terms)
    {
        if (terms.Count == 0)
        {
            return 1;
        }

        string[] title = Words.Of(article.Title);
        string[] snippet = Words.Of(article.Snippet);
        double found = terms.Sum(t => Words.Contains(title, t) ? 1 : Words.Contains(snippet, t) ? 0.5 : 0);
        return Math.Round(found / terms.Count, 3);
    }
}
