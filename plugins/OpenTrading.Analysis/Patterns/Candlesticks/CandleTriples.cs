using OpenTrading.Sdk.Analysis;

namespace OpenTrading.Analysis.Patterns.Candlesticks;

/// <summary>Patterns of three candles, after Nison; three inside and three outside after Morris (Candlestick Charting Explained, 1992).</summary>
internal static class CandleTriples
{
    /// <summary>The patterns.</summary>
    public static IReadOnlyList<CandlestickPattern> All { get; } =
    [
        new("morning_star", 3, (c, i) => c.IsDown(i - 2) && c.IsLong(i - 2) && c.IsShort(i - 1) && c.Middle(i - 1) < c.Middle(i - 2) && c.IsUp(i) && c.Close(i) > c.Middle(i - 2) ? Direction.Up : null),
        new("evening_star", 3, (c, i) => c.IsUp(i - 2) && c.IsLong(i - 2) && c.IsShort(i - 1) && c.Middle(i - 1) > c.Middle(i - 2) && c.IsDown(i) && c.Close(i) < c.Middle(i - 2) ? Direction.Down : null),
        new("three_white_soldiers", 3, (c, i) => Marches(c, i, Direction.Up) ? Direction.Up : null),
        new("three_black_crows", 3, (c, i) => Marches(c, i, Direction.Down) ? Direction.Down : null),
        new("three_inside", 3, (c, i) => CandlePairs.IsHarami(c, i - 1) && GoesOn(c, i, c.Open(i - 2)) ? c.Side(i) : null),
        new("three_outside", 3, (c, i) => CandlePairs.Engulfs(c, i - 1) && GoesOn(c, i, c.Close(i - 1)) ? c.Side(i) : null),
    ];

    // Three candles of one side that are not short, each opening within the body before it and closing beyond it, near its own extreme.
    private static bool Marches(Candles c, int i, Direction side)
    {
        for (int j = i - 2; j <= i; j++)
        {
            double shadow = side == Direction.Up ? c.Upper(j) : c.Lower(j);
            if (c.Side(j) != side || c.IsShort(j) || shadow > 0.3 * c.Range(j))
            {
                return false;
            }
        }

        return Follows(c, i - 1, side) && Follows(c, i, side);
    }

    private static bool Follows(Candles c, int i, Direction side) =>
        c.Open(i) >= c.Bottom(i - 1) && c.Open(i) <= c.Top(i - 1) && (side == Direction.Up ? c.Close(i) > c.Close(i - 1) : c.Close(i) < c.Close(i - 1));

    private static bool GoesOn(Candles c, int i, double beyond) =>
        c.Side(i) == c.Side(i - 1) && (c.IsUp(i) ? c.Close(i) > beyond : c.Close(i) < beyond);
}
