namespace OpenTrading.Research.Articles;

/// <summary>What articles are asked for.</summary>
/// <param name="Text">What a search engine is asked.</param>
/// <param name="Terms">Phrases, each as its words; an article of a feed has at least one of them. Empty takes all.</param>
/// <param name="Days">How many days back.</param>
/// <param name="Limit">At most so many of a source.</param>
internal sealed record ArticleQuery(string Text, IReadOnlyList<string[]> Terms, int Days, int Limit);
