using OpenTrading.Sdk.Market;

namespace OpenTrading.Analysis.Tests.Support;

/// <summary>Bars of a form that a test wants to see.</summary>
internal static class MadeBars
{
    private static readonly DateTime Start = new(2024, 1, 1, 0, 0, 0, DateTimeKind.Utc);

    /// <summary>Hour bars of the prices given.</summary>
    public static BarSeries Of(IEnumerable<(double Open, double High, double Low, double Close)> bars) => BarSeries.From(
        "MADE", Timeframe.H1, "file:MADE", [.. bars.Select((b, i) => new Bar(Start.AddHours(i), b.Open, b.High, b.Low, b.Close, 100))]);

    /// <summary>Straight legs from price to price, each of some bars, with a short shadow where the bar goes: no two bars of a turn reach as far.</summary>
    public static BarSeries Legs(double from, params (int Bars, double To)[] legs)
    {
        const double shadow = 0.0002;
        List<(double, double, double, double)> bars = [];
        double open = from;
        foreach ((int count, double to) in legs)
        {
            double step = (to - open) / count;
            for (int i = 0; i < count; i++)
            {
                double close = open + step;
                bars.Add((open, close > open ? close + shadow : open, close < open ? close - shadow : open, close));
                open = close;
            }
        }

        return Of(bars);
    }
}
