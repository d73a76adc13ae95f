namespace OpenTrading.Research.Sentiment;

/// <summary>An article that counts.</summary>
/// <param name="Title">Its title, marked as untrusted.</param>
/// <param name="Url">Where it stands.</param>
/// <param name="Score">-100 to 100.</param>
/// <param name="PublishedAt">UTC time; absent where its source does not say.</param>
/// <param name="Source">Who handed it over.</param>
public sealed record ScoredArticle(string Title, Uri Url, double Score, DateTime? PublishedAt, string Source);
