using OpenTrading.Sdk.Indicators;
using OpenTrading.Sdk.Market;

namespace OpenTrading.Sdk.Tests.Indicators.Windows;

/// <summary>The windows of constant cost against a fresh pass over the same numbers.</summary>
public class RollingWindowTests
{
    public static TheoryData<int> Periods => [2, 3, 14, 55, 300];

    [Theory]
    [MemberData(nameof(Periods))]
    public void DonchianChannel_RandomWalk_EqualsAPassOverTheWindow(int period)
    {
        Bar[] bars = RandomWalk.Bars(1_500, seed: 31);
        DonchianChannel channel = new(period);
        for (int i = 0; i < bars.Length; i++)
        {
            channel.Update(bars[i]);
            if (i >= period)
            {
                Bar[] window = bars[(i - period)..i];
                Assert.Equal(window.Max(bar => bar.High), channel.Value.UpperBand);
                Assert.Equal(window.Min(bar => bar.Low), channel.Value.LowerBand);
            }
        }
    }

    [Theory]
    [MemberData(nameof(Periods))]
    public void Aroon_FewDistinctPrices_EqualsAPassOverTheWindow(int period)
    {
        Random random = new(32);
        double[] prices = [.. Enumerable.Range(0, 1_500).Select(_ => (double)random.Next(1, 6))];
        Aroon aroon = new(period);
        for (int i = 0; i < prices.Length; i++)
        {
            aroon.Update(new Bar(default, prices[i], prices[i], prices[i], prices[i]));
            if (i >= period)
            {
                double[] window = prices[(i - period)..(i + 1)];
                Assert.Equal(100.0 * Array.IndexOf(window, window.Max()) / period, aroon.Value.Up);
                Assert.Equal(100.0 * Array.IndexOf(window, window.Min()) / period, aroon.Value.Down);
            }
        }
    }

    [Theory]
    [MemberData(nameof(Periods))]
    public void Wma_AHundredThousandValues_StaysExact(int period)
    {
        double[] values = RandomWalk.Closes(100_000, seed: 33);
        Wma wma = new(period);
        for (int i = 0; i < values.Length; i++)
        {
            wma.Update(values[i]);
            if (i >= period && (i % 997 == 0 || i >= values.Length - period))
            {
                double sum = 0;
                for (int weight = 1; weight <= period; weight++)
                {
                    sum += weight * values[i - period + weight];
                }

                double expected = sum / (period * (period + 1) / 2.0);
                Assert.InRange(Math.Abs(expected - wma.Value), 0, 1e-12 * expected);
            }
        }
    }

    [Theory]
    [MemberData(nameof(Periods))]
    public void StandardDeviation_SmallSpreadAroundALargePrice_StaysExact(int period)
    {
        const double Price = 1e5;
        const double Spread = 1e-3;
        Random random = new(34);
        double[] values = [.. Enumerable.Range(0, 100_000).Select(i => Price + (random.NextDouble() * (i % 5_000 == 0 ? Price : Spread)))];
        StandardDeviation deviation = new(period);
        for (int i = 0; i < values.Length; i++)
        {
            deviation.Update(values[i]);
            if (i >= period && (i % 97 == 0 || i % 5_000 > 5_000 - period || i % 5_000 < 2 * period))
            {
                double[] window = values[(i - period + 1)..(i + 1)];
                double mean = window.Sum(value => value - values[i]) / period;
                double squares = window.Sum(value => Math.Pow(value - values[i] - mean, 2));
                double error = Math.Abs((squares / period) - Math.Pow(deviation.Value.Deviation, 2));
                Assert.InRange(error, 0, 1e-14 * Math.Max(squares, Price * Spread));
            }
        }
    }
}
