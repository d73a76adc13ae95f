using OpenTrading.Sdk.Analysis;

namespace OpenTrading.Analysis.Patterns.Candlesticks;

/// <summary>Patterns of one candle, after Nison; the pin bar after Martin Pring.</summary>
internal static class SingleCandles
{
    /// <summary>The patterns.</summary>
    public static IReadOnlyList<CandlestickPattern> All { get; } =
    [
        new("doji", 1, (c, i) => c.IsDoji(i) && !IsDragonfly(c, i) && !IsGravestone(c, i) ? Direction.None : null),
        new("dragonfly_doji", 1, (c, i) => IsDragonfly(c, i) ? Direction.Up : null),
        new("gravestone_doji", 1, (c, i) => IsGravestone(c, i) ? Direction.Down : null),
        new("spinning_top", 1, (c, i) => !c.IsDoji(i) && c.Body(i) <= 0.35 * c.Range(i) && c.Upper(i) > c.Body(i) && c.Lower(i) > c.Body(i) ? Direction.None : null),
        new("marubozu", 1, (c, i) => c.IsLong(i) && c.Body(i) >= 0.95 * c.Range(i) ? c.Side(i) : null),
        new("hammer", 1, (c, i) => HangsLow(c, i) && c.Before(i) == Direction.Down ? Direction.Up : null),
        new("hanging_man", 1, (c, i) => HangsLow(c, i) && c.Before(i) == Direction.Up ? Direction.Down : null),
        new("inverted_hammer", 1, (c, i) => StandsHigh(c, i) && c.Before(i) == Direction.Down ? Direction.Up : null),
        new("shooting_star", 1, (c, i) => StandsHigh(c, i) && c.Before(i) == Direction.Up ? Direction.Down : null),
        new("pin_bar", 1, Pin),
    ];

    private static bool IsDragonfly(Candles c, int i) => c.IsDoji(i) && c.Upper(i) <= 0.1 * c.Range(i) && c.Lower(i) >= 0.6 * c.Range(i);

    private static bool IsGravestone(Candles c, int i) => c.IsDoji(i) && c.Lower(i) <= 0.1 * c.Range(i) && c.Upper(i) >= 0.6 * c.Range(i);

    private static bool HangsLow(Candles c, int i) => !c.IsDoji(i) && c.Lower(i) >= 2 * c.Body(i) && c.Upper(i) <= 0.1 * c.Range(i);

    private static bool StandsHigh(Candles c, int i) => !c.IsDoji(i) && c.Upper(i) >= 2 * c.Body(i) && c.Lower(i) <= 0.1 * c.Range(i);

    // The nose is two thirds of the candle and sticks out of the candle before it.
    private static Direction? Pin(Candles c, int i) =>
        c.Lower(i) >= 2.0 / 3 * c.Range(i) && c.Low(i) < c.Low(i - 1) ? Direction.Up
        : c.Upper(i) >= 2.0 / 3 * c.Range(i) && c.High(i) > c.High(i - 1) ? Direction.Down
        : null;
}
