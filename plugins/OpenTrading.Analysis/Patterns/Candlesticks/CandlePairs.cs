using OpenTrading.Sdk.Analysis;

namespace OpenTrading.Analysis.Patterns.Candlesticks;

/// <summary>
/// Patterns of two candles, after Nison. His gaps are not asked for: a market that trades around the clock opens where it closed.
/// </summary>
internal static class CandlePairs
{
    /// <summary>The patterns.</summary>
    public static IReadOnlyList<CandlestickPattern> All { get; } =
    [
        new("engulfing", 2, (c, i) => Engulfs(c, i) ? c.Side(i) : null),
        new("harami", 2, (c, i) => IsHarami(c, i) ? c.Side(i) : null),
        new("piercing_line", 2, (c, i) => c.IsDown(i - 1) && c.IsLong(i - 1) && c.IsUp(i) && c.Open(i) <= c.Close(i - 1) && c.Close(i) > c.Middle(i - 1) && c.Close(i) < c.Open(i - 1) ? Direction.Up : null),
        new("dark_cloud_cover", 2, (c, i) => c.IsUp(i - 1) && c.IsLong(i - 1) && c.IsDown(i) && c.Open(i) >= c.Close(i - 1) && c.Close(i) < c.Middle(i - 1) && c.Close(i) > c.Open(i - 1) ? Direction.Down : null),
        new("tweezer", 2, Tweezer),
        new("inside_bar", 2, (c, i) => c.High(i) < c.High(i - 1) && c.Low(i) > c.Low(i - 1) ? Direction.None : null),
        new("outside_bar", 2, (c, i) => c.High(i) > c.High(i - 1) && c.Low(i) < c.Low(i - 1) ? c.Side(i) : null),
    ];

    /// <summary>Whether the body of a candle covers the opposite one before it.</summary>
    public static bool Engulfs(Candles c, int i) =>
        AreOpposite(c, i) && c.Top(i) >= c.Top(i - 1) && c.Bottom(i) <= c.Bottom(i - 1) && c.Body(i) > c.Body(i - 1);

    /// <summary>Whether the body of a candle lies within the long opposite one before it.</summary>
    public static bool IsHarami(Candles c, int i) =>
        AreOpposite(c, i) && c.IsLong(i - 1) && c.Top(i) <= c.Top(i - 1) && c.Bottom(i) >= c.Bottom(i - 1) && c.Body(i) < c.Body(i - 1);

    private static bool AreOpposite(Candles c, int i) => (c.IsUp(i) && c.IsDown(i - 1)) || (c.IsDown(i) && c.IsUp(i - 1));

    // Two lows, or highs, within a twentieth of a usual range.
    private static Direction? Tweezer(Candles c, int i)
    {
        double near = c.UsualRange(i) / 20;
        return c.IsDown(i - 1) && c.IsUp(i) && Math.Abs(c.Low(i) - c.Low(i - 1)) <= near && c.Before(i) == Direction.Down ? Direction.Up
            : c.IsUp(i - 1) && c.IsDown(i) && Math.Abs(c.High(i) - c.High(i - 1)) <= near && c.Before(i) == Direction.Up ? Direction.Down
            : null;
    }
}
