using OpenTrading.Sdk.Indicators;
using OpenTrading.Sdk.Market;

namespace OpenTrading.Sdk.Tests.Indicators;

/// <summary>
/// After very many bars an indicator whose memory is a window gives what one gives that saw the window alone: rounding errors do not add up.
/// </summary>
public class LongSeriesTests
{
    private const double Tolerance = 1e-9;

    private static readonly Bar[] Walk = RandomWalk.Bars(1_000_000, seed: 71);

    /// <summary>Indicators with no memory beyond their warm-up.</summary>
    public static TheoryData<string> Windowed =>
    [
        "alma", "ao", "autocorr", "beta", "bop", "cci", "chop", "cmf", "cmo", "coppock", "correlation", "donchian", "efficiency-ratio", "entropy", "eom",
        "garman-klass", "hist-vol", "hma", "hurst", "kst", "kurtosis", "linreg", "lsma", "mfi", "mom", "parkinson", "percentile-rank", "roc", "rvi", "skew", "slope",
        "sma", "squeeze", "stdev", "stoch", "trima", "ulcer", "ultimate", "variance-ratio", "volume-ratio", "vortex", "vwma", "willr", "wma", "yang-zhang", "zscore",
    ];

    /// <summary>One of them for each way to roll a window.</summary>
    public static TheoryData<string> Windows =>
    [
        "alma", "autocorr", "bop", "cmf", "correlation", "donchian", "entropy", "kurtosis", "lsma", "percentile-rank", "variance-ratio", "vortex", "wma",
        "yang-zhang", "zscore",
    ];

    [Theory]
    [MemberData(nameof(Windowed))]
    public void Update_AHundredThousandBars_EqualsAFreshWindow(string id) => AssertSeasoned(id, Walk.AsSpan(^100_000..));

    [Theory]
    [MemberData(nameof(Windows))]
    public void Update_AMillionBars_EqualsAFreshWindow(string id) => AssertSeasoned(id, Walk);

    private static void AssertSeasoned(string id, ReadOnlySpan<Bar> bars)
    {
        IIndicator seasoned = IndicatorClass.Create(id);
        double[] actual = new double[seasoned.Outputs.Count];
        for (int i = 0; i < bars.Length; i++)
        {
            // Large prices first: what their rounding leaves behind would show among small ones.
            Bar bar = i < bars.Length / 2 ? Scaled(bars[i], 1_000) : bars[i];
            FinishedSeries.Update(seasoned, in bar, FinishedSeries.Beside(in bar), actual);
        }

        IIndicator fresh = IndicatorClass.Create(id);
        double[] expected = new double[actual.Length];
        foreach (ref readonly Bar bar in bars[^(fresh.WarmupBars + 2)..])
        {
            FinishedSeries.Update(fresh, in bar, FinishedSeries.Beside(in bar), expected);
        }

        for (int output = 0; output < expected.Length; output++)
        {
            double error = Math.Abs(expected[output] - actual[output]);
            Assert.True(
                error <= Tolerance * Math.Max(1, Math.Abs(expected[output])),
                $"{seasoned.Outputs[output]}: fresh {expected[output]:R}, after {bars.Length} bars {actual[output]:R}");
        }
    }

    private static Bar Scaled(Bar bar, double factor) =>
        bar with { Open = bar.Open * factor, High = bar.High * factor, Low = bar.Low * factor, Close = bar.Close * factor };
}
