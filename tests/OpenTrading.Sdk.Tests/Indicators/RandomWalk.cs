using OpenTrading.Sdk.Market;

namespace OpenTrading.Sdk.Tests.Indicators;

/// <summary>Sound bars of a seeded random walk around 100, an hour each, with volume.</summary>
internal static class RandomWalk
{
    private static readonly DateTime Start = new(2020, 1, 1, 0, 0, 0, DateTimeKind.Utc);

    public static Bar[] Bars(int count, int seed)
    {
        Random random = new(seed);
        Bar[] bars = new Bar[count];
        double close = 100;
        for (int i = 0; i < count; i++)
        {
            double open = close;
            close = Math.Round(Math.Max(10, close + (4 * (random.NextDouble() - 0.5))), 2);
            double high = Math.Round(Math.Max(open, close) + random.NextDouble(), 2);
            double low = Math.Round(Math.Min(open, close) - random.NextDouble(), 2);
            bars[i] = new Bar(Start.AddHours(i), open, high, low, close, random.Next(1, 10_000));
        }

        return bars;
    }

    public static double[] Closes(int count, int seed) => [.. Bars(count, seed).Select(bar => bar.Close)];
}
