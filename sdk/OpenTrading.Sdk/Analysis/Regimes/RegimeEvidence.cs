namespace OpenTrading.Sdk.Analysis.Regimes;

/// <summary>What speaks for each regime at one bar, each from 0 to 1.</summary>
/// <remarks>
/// A trend is as strong as the mean of two readings: the average directional index of 14 bars from 15 (none) to 35 (full), and the efficiency ratio
/// of 20 bars from 0.15 to 0.5; its side is that of the larger directional indicator. What lacks to a full trend speaks for a range. The percentile of the
/// average true range, in percent of the price, speaks for a volatile market from 70 up and for a quiet one from 30 down. The shares are these divided
/// by their sum; the rule is this project's own.
/// </remarks>
/// <threadsafety>Immutable.</threadsafety>
public readonly struct RegimeEvidence
{
    private readonly double[] _shares;

    /// <summary>Weighs the readings of a bar.</summary>
    /// <param name="adx">Average directional index.</param>
    /// <param name="isUp">Whether the upper directional indicator is the larger.</param>
    /// <param name="efficiency">Efficiency ratio.</param>
    /// <param name="percentile">Percentile of the average true range, 0 to 100.</param>
    public RegimeEvidence(double adx, bool isUp, double efficiency, double percentile)
    {
        double trend = (Between(adx, 15, 35) + Between(efficiency, 0.15, 0.5)) / 2;
        _shares = new double[Enum.GetValues<MarketRegime>().Length];
        _shares[(int)(isUp ? MarketRegime.TrendUp : MarketRegime.TrendDown)] = trend;
        _shares[(int)MarketRegime.Range] = 1 - trend;
        _shares[(int)MarketRegime.Volatile] = Between(percentile, 70, 100);
        _shares[(int)MarketRegime.Quiet] = Between(-percentile, -30, 0);
        double sum = _shares.Sum();
        for (int i = 0; i < _shares.Length; i++)
        {
            _shares[i] /= sum;
        }
    }

    /// <summary>Share of each regime, in their order; together 1.</summary>
    public IReadOnlyList<double> Shares => _shares;

    /// <summary>The regime with the largest share.</summary>
    public MarketRegime Leading => (MarketRegime)Array.IndexOf(_shares, _shares.Max());

    private static double Between(double value, double none, double full) => Math.Clamp((value - none) / (full - none), 0, 1);
}
