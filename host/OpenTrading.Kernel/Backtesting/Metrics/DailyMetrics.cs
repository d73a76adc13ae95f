using OpenTrading.Sdk.Statistics;

namespace OpenTrading.Kernel.Backtesting.Metrics;

/// <summary>Distribution of the daily returns.</summary>
/// <threadsafety>Immutable.</threadsafety>
public sealed record DailyMetrics
{
    /// <summary>Trading days a year.</summary>
    public const int DaysPerYear = 252;

    private const double Tail = 0.05;

    /// <summary>Days with bars, weekends counted to their Monday.</summary>
    public required int TradingDays { get; init; }

    /// <summary>Mean daily return.</summary>
    public required double Mean { get; init; }

    /// <summary>Standard deviation of the daily returns, with n - 1.</summary>
    public required double Deviation { get; init; }

    /// <summary>Mean over deviation of the returns above the risk-free rate, a year.</summary>
    public required double Sharpe { get; init; }

    /// <summary>The same over the root mean square of the losses alone (Sortino).</summary>
    public required double Sortino { get; init; }

    /// <summary>Deviation a year.</summary>
    public required double AnnualVolatility { get; init; }

    /// <summary>Third standardised moment of the population; 0 is symmetric.</summary>
    public required double Skewness { get; init; }

    /// <summary>Fourth standardised moment of the population; a normal distribution has 3.</summary>
    public required double Kurtosis { get; init; }

    /// <summary>Loss that 5 % of the days reach or exceed; positive for a loss.</summary>
    public required double ValueAtRisk95 { get; init; }

    /// <summary>Mean loss of those days; positive for a loss.</summary>
    public required double ConditionalValueAtRisk95 { get; init; }

    internal static MetricGroup Group { get; } = new("Risk and return by day",
    [
        new("sharpe", "Sharpe ratio", MetricUnit.Ratio, MetricAim.Higher, "Mean over deviation of daily returns, times the root of 252.", s => s.Daily.Sharpe),
        new("sortino", "Sortino ratio", MetricUnit.Ratio, MetricAim.Higher, "Mean daily return over the root mean square of losing days, a year.", s => s.Daily.Sortino),
        new("volatilityAnnual", "Volatility a year", MetricUnit.Fraction, MetricAim.Lower, "Deviation of daily returns, times the root of 252.", s => s.Daily.AnnualVolatility),
        new("tradingDays", "Trading days", MetricUnit.Count, MetricAim.None, "Days with bars; a weekend counts to its Monday.", s => s.Daily.TradingDays),
        new("dailyMean", "Mean daily return", MetricUnit.Fraction, MetricAim.Higher, "Arithmetic mean of the daily returns.", s => s.Daily.Mean),
        new("dailyStdev", "Daily deviation", MetricUnit.Fraction, MetricAim.Lower, "Standard deviation of the daily returns, with n - 1.", s => s.Daily.Deviation),
        new("skew", "Skewness", MetricUnit.Ratio, MetricAim.Higher, "Third standardised moment of daily returns; below zero: large losses are likelier than large gains.", s => s.Daily.Skewness),
        new("kurtosis", "Kurtosis", MetricUnit.Ratio, MetricAim.Lower, "Fourth standardised moment of daily returns; a normal distribution has 3.", s => s.Daily.Kurtosis),
        new("var95", "Value at risk, 95 %", MetricUnit.Fraction, MetricAim.Lower, "Loss that one day in twenty reaches or exceeds.", s => s.Daily.ValueAtRisk95),
        new("cvar95", "Expected shortfall, 95 %", MetricUnit.Fraction, MetricAim.Lower, "Mean loss of those days.", s => s.Daily.ConditionalValueAtRisk95),
    ]);

    /// <summary>Computes them.</summary>
    /// <param name="days">Daily returns.</param>
    /// <param name="riskFreeRate">Annual rate that is subtracted for Sharpe and Sortino, a fraction.</param>
    public static DailyMetrics Of(IReadOnlyList<DailyReturn> days, double riskFreeRate)
    {
        double[] returns = [.. days.Select(d => d.Return)];
        double deviation = Moments.Deviation(returns);
        (double sharpe, double sortino) = ReturnRatios.Of(returns, riskFreeRate, DaysPerYear);
        double tail = returns.Length == 0 ? double.NaN : Quantile.Of(returns, Tail);
        return new DailyMetrics
        {
            TradingDays = returns.Length,
            Mean = Moments.Mean(returns),
            Deviation = deviation,
            Sharpe = sharpe,
            Sortino = sortino,
            AnnualVolatility = deviation * Math.Sqrt(DaysPerYear),
            Skewness = Moments.Skewness(returns),
            Kurtosis = Moments.Kurtosis(returns),
            ValueAtRisk95 = -tail,
            ConditionalValueAtRisk95 = -Moments.Mean([.. returns.Where(r => r <= tail)]),
        };
    }
}
