namespace OpenTrading.Kernel.Backtesting.Metrics;

/// <summary>What came out at the end, and over which time.</summary>
/// <threadsafety>Immutable.</threadsafety>
public sealed record ProfitMetrics
{
    /// <summary>Time from the first bar to the last, years of 365.25 days.</summary>
    public required double Years { get; init; }

    /// <summary>Bars.</summary>
    public required int Bars { get; init; }

    /// <summary>Bars less one, a year; NaN for less than two bars.</summary>
    public required double BarsPerYear { get; init; }

    /// <summary>Equity at the end, account currency.</summary>
    public required double FinalEquity { get; init; }

    /// <summary>Final equity less initial cash, account currency.</summary>
    public required double NetProfit { get; init; }

    /// <summary>Final equity over initial cash, less 1.</summary>
    public required double TotalReturn { get; init; }

    /// <summary>Compound annual growth: (final equity / initial cash)^(1 / years) - 1. NaN without time or after ruin.</summary>
    public required double Cagr { get; init; }

    internal static MetricGroup Group { get; } = new("Result",
    [
        new("netProfit", "Net profit", MetricUnit.Money, MetricAim.Higher, "Final equity less initial cash.", s => s.Profit.NetProfit),
        new("totalReturn", "Total return", MetricUnit.Fraction, MetricAim.Higher, "Final equity over initial cash, less one.", s => s.Profit.TotalReturn),
        new("cagr", "Annual growth", MetricUnit.Fraction, MetricAim.Higher, "Compound annual growth of equity.", s => s.Profit.Cagr),
        new("finalEquity", "Final equity", MetricUnit.Money, MetricAim.Higher, "Equity at the last close, open positions marked.", s => s.Profit.FinalEquity),
        new("finalBalance", "Final balance", MetricUnit.Money, MetricAim.Higher, "Balance at the end, open positions left out.", s => s.Run.FinalBalance),
        new("years", "Years", MetricUnit.Years, MetricAim.None, "First bar to last, in years of 365.25 days.", s => s.Profit.Years),
        new("bars", "Bars", MetricUnit.Count, MetricAim.None, "Bars run.", s => s.Profit.Bars),
        new("barsPerYear", "Bars a year", MetricUnit.Quantity, MetricAim.None, "Bars less one, over the years.", s => s.Profit.BarsPerYear),
    ]);

    /// <summary>Reads them from an equity curve.</summary>
    public static ProfitMetrics Of(EquityCurve curve)
    {
        double years = curve.Years;
        return new ProfitMetrics
        {
            Years = years,
            Bars = curve.Count,
            BarsPerYear = years > 0 ? (curve.Count - 1) / years : double.NaN,
            FinalEquity = curve.Final,
            NetProfit = curve.Final - curve.InitialCash,
            TotalReturn = (curve.Final / curve.InitialCash) - 1,
            Cagr = years > 0 ? Math.Pow(curve.Final / curve.InitialCash, 1 / years) - 1 : double.NaN,
        };
    }
}
