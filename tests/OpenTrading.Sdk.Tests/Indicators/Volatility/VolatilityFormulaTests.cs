using OpenTrading.Sdk.Indicators;
using OpenTrading.Sdk.Market;

namespace OpenTrading.Sdk.Tests.Indicators.Volatility;

/// <summary>Volatility indicators against their formula, written out over whole series.</summary>
public class VolatilityFormulaTests
{
    private const int Period = 20;

    private static readonly Bar[] Bars = RandomWalk.Bars(300, seed: 56);
    private static readonly double[] Closes = Plain.Closes(Bars);

    [Fact]
    public void HistoricalVolatility_RandomWalk_IsTheSampleDeviationOfLogReturns() =>
        Plain.AssertEqual(Yearly(Plain.Rolling(Plain.LogReturns(Closes), Period, Variance)), Plain.Streamed(new HistoricalVolatility(), Bars));

    [Fact]
    public void Parkinson_RandomWalk_IsTheMeanSquareOfLogRanges()
    {
        double[] squares = Of(bar => Math.Pow(Math.Log(bar.High / bar.Low), 2) / (4 * Math.Log(2)));

        Plain.AssertEqual(Yearly(Plain.Sma(squares, Period)), Plain.Streamed(new Parkinson(), Bars));
    }

    [Fact]
    public void GarmanKlass_RandomWalk_TakesTheBodyFromTheRange()
    {
        double[] variances = Of(bar =>
            (0.5 * Math.Pow(Math.Log(bar.High / bar.Low), 2)) - (0.386294361119891 * Math.Pow(Math.Log(bar.Close / bar.Open), 2)));

        Plain.AssertEqual(Yearly(Plain.Sma(variances, Period)), Plain.Streamed(new GarmanKlass(), Bars));
    }

    [Fact]
    public void YangZhang_RandomWalkWithGaps_WeighsGapsBodiesAndRanges()
    {
        Random random = new(57);
        Bar[] gapped = [.. Bars.Select(bar =>
        {
            double open = bar.Low + ((bar.High - bar.Low) * random.NextDouble());
            return bar with { Open = open };
        })];
        double[] gaps = [.. gapped.Select((bar, i) => i == 0 ? double.NaN : Math.Log(bar.Open / gapped[i - 1].Close))];
        double[] bodies = [.. gapped.Select(bar => Math.Log(bar.Close / bar.Open))];
        double[] ranges = [.. gapped.Select(bar =>
            (Math.Log(bar.High / bar.Close) * Math.Log(bar.High / bar.Open)) + (Math.Log(bar.Low / bar.Close) * Math.Log(bar.Low / bar.Open)))];
        double k = 0.34 / (1.34 + (21.0 / 19));
        double[] variance = Plain.Map(
            (gap, rest) => gap + rest,
            Plain.Rolling(gaps, Period, Variance),
            Plain.Map((body, range) => (k * body) + ((1 - k) * range), Plain.Rolling(bodies, Period, Variance), Plain.Sma(ranges, Period)));

        Plain.AssertEqual(Yearly(variance), Plain.Streamed(new YangZhang(), gapped));
    }

    [Fact]
    public void Volatilities_BarsPerYear_ScaleByTheRoot()
    {
        double[] days = Plain.Streamed(new Parkinson(5), Bars);
        double[] hours = Plain.Streamed(new Parkinson(5, 252 * 24), Bars);

        Plain.AssertEqual([.. days.Select(value => value * Math.Sqrt(24))], hours);
    }

    [Fact]
    public void Volatilities_MarketFallsAsleep_AreNothingAndNotUndefined()
    {
        ScalarIndicator[] volatilities = [new Parkinson(7), new GarmanKlass(7), new YangZhang(7), new HistoricalVolatility(7)];
        foreach (Bar bar in Bars[..50].Concat(Enumerable.Repeat(new Bar(default, 7, 7, 7, 7), 12)))
        {
            Array.ForEach(volatilities, volatility => volatility.Update(bar));
        }

        Assert.All(volatilities, volatility => Assert.Equal(0, volatility.Value, 9));
    }

    [Fact]
    public void Natr_RandomWalk_IsTheAverageRangeInPercentOfTheClose() =>
        Plain.AssertEqual(
            Plain.Map((range, close) => 100 * range / close, Plain.Streamed(new Atr(), Bars, "atr"), Closes), Plain.Streamed(new Natr(), Bars));

    [Fact]
    public void Squeeze_RandomWalk_ComparesTheBandsAndFitsTheLean()
    {
        double[] highs = [.. Bars.Select(bar => bar.High)];
        double[] lows = [.. Bars.Select(bar => bar.Low)];
        double[] deviations = Plain.Rolling(Closes, Period, w => Math.Sqrt(w.Average(value => Math.Pow(value - w.Average(), 2))));
        double[] ranges = Plain.Sma(Plain.Streamed(new TrueRange(), Bars), Period);
        double[] on = Plain.Map(
            (deviation, range) => double.IsNaN(range) ? double.NaN : 2.5 * deviation < 1.5 * range ? 1 : 0, deviations, ranges);
        double[] middles = Plain.Map(
            (high, low) => (high + low) / 2, Plain.Rolling(highs, Period, w => w.Max()), Plain.Rolling(lows, Period, w => w.Min()));
        double[] lean = Plain.Map(
            (close, center) => close - center, Closes, Plain.Map((middle, mean) => (middle + mean) / 2, middles, Plain.Sma(Closes, Period)));
        Lsma line = new(Period);
        double[] momentum = [.. lean.Select(value => double.IsNaN(value) ? double.NaN : line.Update(value))];

        Plain.AssertEqual(on, Plain.Streamed(new Squeeze(Period, 2.5), Bars, "on"));
        Plain.AssertEqual(momentum, Plain.Streamed(new Squeeze(Period, 2.5), Bars, "momentum"));
        Assert.Contains(1, on);
        Assert.Contains(0, on);
    }

    [Fact]
    public void HistoricalVolatility_PriceOfZero_StartsTheWindowAnew()
    {
        HistoricalVolatility volatility = new(2, 1);
        double[] values = [.. new double[] { 1, 2, 4, 0, 5, 10, 20 }.Select(volatility.Update)];

        Assert.Equal([double.NaN, double.NaN, 0, double.NaN, double.NaN, double.NaN, 0], values);
    }

    private static double[] Of(Func<Bar, double> function) => [.. Bars.Select(function)];

    private static double[] Yearly(double[] variances) => [.. variances.Select(variance => 100 * Math.Sqrt(variance * 252))];

    private static double Variance(double[] window) => window.Sum(value => Math.Pow(value - window.Average(), 2)) / (window.Length - 1);
}
