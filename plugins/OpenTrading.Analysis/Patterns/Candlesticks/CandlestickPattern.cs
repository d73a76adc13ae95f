using OpenTrading.Sdk.Analysis;

namespace OpenTrading.Analysis.Patterns.Candlesticks;

/// <summary>A pattern of one to three candles.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Bars">Candles in it.</param>
/// <param name="Match">
/// The side that the pattern ending at a candle speaks for, none for one that speaks for neither; null where it is not there.
/// </param>
internal sealed record CandlestickPattern(string Name, int Bars, Func<Candles, int, Direction?> Match)
{
    /// <summary>All patterns.</summary>
    public static IReadOnlyList<CandlestickPattern> All { get; } = [.. SingleCandles.All, .. CandlePairs.All, .. CandleTriples.All];
}
