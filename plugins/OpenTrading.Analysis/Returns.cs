using OpenTrading.Sdk.Market;

namespace OpenTrading.Analysis;

/// <summary>Returns from close to close.</summary>
internal static class Returns
{
    private const double DaysPerYear = 365.25;

    /// <summary>Logarithmic returns.</summary>
    /// <param name="closes">Closes above 0.</param>
    public static double[] Log(ReadOnlySpan<double> closes)
    {
        double[] returns = new double[Math.Max(0, closes.Length - 1)];
        for (int i = 0; i < returns.Length; i++)
        {
            returns[i] = Math.Log(closes[i + 1] / closes[i]);
        }

        return returns;
    }

    /// <summary>Bars of a year, as many as these bars have on average; closed hours hold none.</summary>
    /// <param name="bars">The bars.</param>
    /// <param name="first">The first that counts.</param>
    public static double BarsPerYear(BarSeries bars, int first) =>
        (bars.Count - 1 - first) * DaysPerYear / TimeSpan.FromTicks(bars.Times[^1] - bars.Times[first]).TotalDays;

    /// <summary>A deviation of single returns as a yearly one, percent.</summary>
    public static double AnnualPct(double deviation, double barsPerYear) => Math.Round(100 * deviation * Math.Sqrt(barsPerYear), 3);
}
