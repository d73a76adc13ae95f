using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using OpenTrading.Sdk.Analysis;
using OpenTrading.Sdk.Capabilities;
using OpenTrading.Sdk.Data;
using OpenTrading.Sdk.Indicators;
using OpenTrading.Sdk.Market;
using OpenTrading.Sdk.Statistics;

namespace OpenTrading.Analysis.Distributions;

/// <summary>Statistics of returns.</summary>
/// <param name="history">Bars and indicators.</param>
internal sealed class ReturnCapabilities(BarHistory history)
{
    private const int Lags = 10;
    private const int Digits = 5;

    /// <summary>Moments, memory and drawdown of one timeframe.</summary>
    [Capability("get_return_stats", "analysis", Effect.Read, "POST /analysis/returns", Errors = [ErrorCode.SymbolUnknown, ErrorCode.DataUnavailable, ErrorCode.InsufficientHistory])]
    [Description("Distribution of log returns: moments, autocorrelation, Hurst, drawdown, normality.")]
    public ReturnsResult GetReturnStats(
        string symbol,
        Timeframe timeframe = Timeframe.H1,
        [Range(Lookback.Least, Lookback.Most)] int bars = 500)
    {
        var asked = new Lookback(history, symbol, timeframe, bars, Lookback.Least, "get_return_stats");
        double[] returns = Returns.Log(asked.Closes);
        double deviation = Moments.Deviation(returns);
        if (!(deviation > 0))
        {
            throw new CapabilityException(ErrorCode.InsufficientHistory, $"{asked.Name}: the close did not change over {asked.Count} bars", "Take more bars, or another timeframe.");
        }

        double skew = Moments.Skewness(returns);
        double kurtosis = Moments.Kurtosis(returns);
        double annual = Returns.AnnualPct(deviation, Returns.BarsPerYear(asked.Bars, asked.First));
        return new ReturnsResult
        {
            Summary = FormattableString.Invariant($"{asked.Name}: {returns.Length} returns, {annual} % a year, skew {skew:0.00}, kurtosis {kurtosis:0.0}."),
            Source = asked.Read.Symbol.Source,
            AsOf = asked.Stamp.AsOf,
            Stale = asked.Stamp.Stale,
            MarketClosed = asked.Stamp.MarketClosed,
            Symbol = asked.Instrument.Symbol,
            BrokerSymbol = asked.Read.Symbol.BrokerSymbol,
            Timeframe = timeframe,
            N = returns.Length,
            MeanPct = Shown(100 * Moments.Mean(returns)),
            StdevPct = Shown(100 * deviation),
            AnnualVolPct = annual,
            Skew = Shown(skew),
            Kurtosis = Shown(kurtosis),
            Autocorr = [.. Enumerable.Range(1, Lags).Select(lag => Math.Round(Last(new Autocorrelation(returns.Length, lag), asked.Closes), 4))],
            Hurst = Shown(Exponent.Of(asked)),
            VarianceRatio = Shown(Last(new VarianceRatio(returns.Length, 4), asked.Closes)),
            MaxDrawdownPct = Math.Round(Drawdown(asked.Closes), 3),
            NormalityP = Shown(NormalityP(returns.Length, skew, kurtosis)),
        };
    }

    /// <summary>Jarque and Bera, International Statistical Review 55 (1987): n / 6 · (skew² + (kurtosis − 3)² / 4) is χ² with two degrees, whose tail is exp(−x / 2).</summary>
    internal static double NormalityP(int n, double skew, double kurtosis) =>
        Math.Exp(-n / 12.0 * ((skew * skew) + ((kurtosis - 3) * (kurtosis - 3) / 4)));

    private static double Last(SeriesIndicator indicator, ReadOnlySpan<double> closes)
    {
        double value = double.NaN;
        foreach (double close in closes)
        {
            value = indicator.Update(close);
        }

        return value;
    }

    private static double Drawdown(ReadOnlySpan<double> closes)
    {
        (double peak, double deepest) = (0, 0);
        foreach (double close in closes)
        {
            peak = Math.Max(peak, close);
            deepest = Math.Max(deepest, 1 - (close / peak));
        }

        return 100 * deepest;
    }

    private static double Shown(double value) => Rounding.Significant(value, Digits);
}
