namespace OpenTrading.Kernel.Risk.ValueAtRisk;

/// <summary>The past once more: every span of the horizon's length, revalued.</summary>
internal sealed class HistoricalLosses : ILossModel
{
    public LossTail Of(double[] exposures, ReturnTable daily, int days, double confidence) => LossTail.Of(Losses(exposures, daily.Over(days)), confidence);

    /// <summary>What the holdings would have lost, return by return.</summary>
    public static double[] Losses(double[] exposures, ReturnTable returns) =>
    [
        .. Enumerable.Range(0, returns.Days).Select(t => -exposures.Select((e, i) => e * (Math.Exp(returns.Columns[i][t]) - 1)).Sum()),
    ];
}
