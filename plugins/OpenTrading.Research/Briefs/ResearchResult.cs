using OpenTrading.Research.Calendars;
using OpenTrading.Sdk.Capabilities;

namespace OpenTrading.Research.Briefs;

/// <summary>What is written and announced on a symbol.</summary>
public sealed record ResearchResult : DataResult
{
    /// <summary>Instrument.</summary>
    public required string Symbol { get; init; }

    /// <summary>The figures below in a sentence. It counts; it does not judge, and it advises nothing.</summary>
    public required string Answer { get; init; }

    /// <summary>What the news are about, the most spoken of first.</summary>
    public required IReadOnlyList<Driver> Drivers { get; init; }

    /// <summary>-100 to 100, by the method of <c>get_sentiment</c>; absent where no word counts.</summary>
    public double? Sentiment { get; init; }

    /// <summary>Events ahead for its currencies, by time.</summary>
    public required IReadOnlyList<ShownEvent> Calendar { get; init; }

    /// <summary>Articles, the best fit first.</summary>
    public required IReadOnlyList<BriefArticle> Articles { get; init; }

    /// <summary>What could not be had, and why.</summary>
    public required IReadOnlyList<Unavailable> Unavailable { get; init; }
}
