using OpenTrading.Sdk.Capabilities;
using OpenTrading.Sdk.Market;

namespace OpenTrading.Analysis.Distributions;

/// <summary>How the returns of a symbol are distributed. Returns are logarithmic, from close to close.</summary>
public sealed record ReturnsResult : PricesResult
{
    /// <summary>Bar length.</summary>
    public required Timeframe Timeframe { get; init; }

    /// <summary>Returns.</summary>
    public required int N { get; init; }

    /// <summary>Mean of a bar, percent.</summary>
    public required double MeanPct { get; init; }

    /// <summary>Standard deviation of a bar, percent.</summary>
    public required double StdevPct { get; init; }

    /// <summary>Standard deviation of a year of as many bars as these have, percent.</summary>
    public required double AnnualVolPct { get; init; }

    /// <summary>Third standardised moment; below 0 the long tail is that of losses.</summary>
    public required double Skew { get; init; }

    /// <summary>Fourth standardised moment; a normal distribution has 3.</summary>
    public required double Kurtosis { get; init; }

    /// <summary>Autocorrelation at lags of 1 to 10 bars; beyond 1.96 over the root of n it is hardly chance.</summary>
    public required IReadOnlyList<double> Autocorr { get; init; }

    /// <summary>Hurst exponent, less the bias of its length: 0.5 for chance.</summary>
    public required double Hurst { get; init; }

    /// <summary>Lo and MacKinlay's variance ratio of four bars to one: 1 for a random walk.</summary>
    public required double VarianceRatio { get; init; }

    /// <summary>Deepest fall from a close to a later one, percent.</summary>
    public required double MaxDrawdownPct { get; init; }

    /// <summary>Probability of skew and kurtosis as far from a normal distribution's if it were one (Jarque and Bera).</summary>
    public required double NormalityP { get; init; }
}
