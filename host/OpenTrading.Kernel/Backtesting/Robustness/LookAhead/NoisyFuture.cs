using OpenTrading.Sdk.Market;
using OpenTrading.Simulation.Randomness;

namespace OpenTrading.Kernel.Backtesting.Robustness.LookAhead;

/// <summary>The same past with a future that never was: bars from a cut on are a seeded random walk in the series' own stride.</summary>
public static class NoisyFuture
{
    // A walk that wanders to a tenth of its start would meet prices at which bars are no longer sound.
    private const double Floor = 0.1;

    /// <summary>A copy of a series whose bars from <paramref name="cut"/> on are noise. Times, volumes and spreads stay.</summary>
    /// <param name="bars">The true series.</param>
    /// <param name="cut">First bar replaced, 1 or more.</param>
    /// <param name="seed">Seed of the noise.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no bar before the cut.</exception>
    public static BarSeries Of(BarSeries bars, int cut, ulong seed)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(cut, 1);
        var random = new Xoshiro256(seed);
        double[] open = bars.Open.ToArray();
        double[] high = bars.High.ToArray();
        double[] low = bars.Low.ToArray();
        double[] close = bars.Close.ToArray();
        double stride = Stride(bars, Math.Min(cut, bars.Count));
        double price = close[Math.Min(cut, bars.Count) - 1];
        double least = price * Floor;
        for (int i = cut; i < bars.Count; i++)
        {
            open[i] = price;
            close[i] = Math.Max(least, price + (stride * ((2 * random.NextDouble()) - 1)));
            high[i] = Math.Max(open[i], close[i]) + (stride * random.NextDouble() / 2);
            low[i] = Math.Max(least / 2, Math.Min(open[i], close[i]) - (stride * random.NextDouble() / 2));
            price = close[i];
        }

        return new BarSeries(
            bars.Symbol, bars.Timeframe, bars.Source, bars.Times.ToArray(), open, high, low, close, bars.Volume.ToArray(), bars.Spread.ToArray());
    }

    /// <summary>Mean range of the true bars; a thousandth of the price where they have none.</summary>
    private static double Stride(BarSeries bars, int count)
    {
        double sum = 0;
        for (int i = 0; i < count; i++)
        {
            sum += bars.High[i] - bars.Low[i];
        }

        return sum > 0 ? sum / count : bars.Close[0] / 1000;
    }
}
