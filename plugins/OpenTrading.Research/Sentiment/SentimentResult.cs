using OpenTrading.Sdk.Capabilities;

namespace OpenTrading.Research.Sentiment;

/// <summary>Sentiment of news on a symbol.</summary>
public sealed record SentimentResult : DataResult
{
    /// <summary>Instrument.</summary>
    public required string Symbol { get; init; }

    /// <summary>-100 to 100: what the words say about its price.</summary>
    public required double Score { get; init; }

    /// <summary><c>bullish</c> from 20, <c>bearish</c> from -20, else <c>neutral</c>.</summary>
    public required string Label { get; init; }

    /// <summary>Articles that count.</summary>
    public required int N { get; init; }

    /// <summary>By UTC day, the newest first.</summary>
    public required IReadOnlyList<SentimentDay> ByDay { get; init; }

    /// <summary>Articles that say most.</summary>
    public required IReadOnlyList<ScoredArticle> Top { get; init; }

    /// <summary>How the score is made.</summary>
    public required string Method { get; init; }

    /// <summary>Sources that did not answer.</summary>
    public required IReadOnlyList<Unavailable> Unavailable { get; init; }
}
