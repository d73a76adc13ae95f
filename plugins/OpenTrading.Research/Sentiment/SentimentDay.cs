namespace OpenTrading.Research.Sentiment;

/// <summary>Sentiment of one UTC day.</summary>
/// <param name="Date">Day.</param>
/// <param name="Score">-100 to 100.</param>
/// <param name="N">Articles that count.</param>
public sealed record SentimentDay(DateOnly Date, double Score, int N);
