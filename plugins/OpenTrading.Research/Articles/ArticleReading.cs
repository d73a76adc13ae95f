using OpenTrading.Sdk.Capabilities;

namespace OpenTrading.Research.Articles;

/// <summary>Articles of all sources.</summary>
/// <param name="Articles">Each once, the best fit first, then the newest.</param>
/// <param name="Sources">Sources that answered, with articles or without.</param>
/// <param name="AsOf">UTC instant of the newest article, or of the answer where none has a time; null when no source answered.</param>
/// <param name="Unavailable">Sources that did not answer, and why.</param>
internal sealed record ArticleReading(IReadOnlyList<Article> Articles, IReadOnlyList<string> Sources, DateTime? AsOf, IReadOnlyList<Unavailable> Unavailable);
