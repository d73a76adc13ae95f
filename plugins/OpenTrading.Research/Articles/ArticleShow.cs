namespace OpenTrading.Research.Articles;

/// <summary>How answers name where they come from.</summary>
internal static class ArticleShow
{
    /// <summary>The one source, or <c>mixed</c>.</summary>
    /// <param name="sources">Sources of the items; at least one.</param>
    public static string SourceOf(IEnumerable<string> sources) => sources.Distinct(StringComparer.Ordinal).ToArray() is [{ } only] ? only : "mixed";
}
