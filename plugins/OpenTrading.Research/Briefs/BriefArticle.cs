namespace OpenTrading.Research.Briefs;

/// <summary>An article behind a brief.</summary>
/// <param name="Title">Its title, marked as untrusted.</param>
/// <param name="Url">Where it stands.</param>
/// <param name="PublishedAt">UTC time; absent where its source does not say.</param>
/// <param name="Source">Who handed it over.</param>
public sealed record BriefArticle(string Title, Uri Url, DateTime? PublishedAt, string Source);
