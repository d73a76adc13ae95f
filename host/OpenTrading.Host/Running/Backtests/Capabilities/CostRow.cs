namespace OpenTrading.Host.Running.Backtests.Capabilities;

/// <summary>A run at other costs.</summary>
/// <param name="Multiplier">What spread, slippage, commission and swap were multiplied by.</param>
/// <param name="NetProfit">Account currency.</param>
/// <param name="Sharpe">A year; null where equity never moved.</param>
internal sealed record CostRow(double Multiplier, double NetProfit, double? Sharpe)
{
    /// <summary>Where a line through the rows crosses nothing; null where it does not.</summary>
    /// <param name="rows">Rows by rising multiplier.</param>
    public static double? BreakEven(IReadOnlyList<CostRow> rows)
    {
        for (int i = 1; i < rows.Count; i++)
        {
            (CostRow a, CostRow b) = (rows[i - 1], rows[i]);
            if (a.NetProfit != b.NetProfit && Math.Sign(a.NetProfit) != Math.Sign(b.NetProfit))
            {
                return Figures.Ratio(a.Multiplier + ((b.Multiplier - a.Multiplier) * a.NetProfit / (a.NetProfit - b.NetProfit)));
            }
        }

        return null;
    }
}
