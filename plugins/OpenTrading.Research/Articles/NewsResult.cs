using OpenTrading.Sdk.Capabilities;

namespace OpenTrading.Research.Articles;

/// <summary>News on something.</summary>
public sealed record NewsResult : DataResult
{
    /// <summary>The articles, the best fit first.</summary>
    public required IReadOnlyList<FoundArticle> Articles { get; init; }

    /// <summary>Sources that did not answer.</summary>
    public required IReadOnlyList<Unavailable> Unavailable { get; init; }
}
