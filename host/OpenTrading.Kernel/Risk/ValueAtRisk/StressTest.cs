using OpenTrading.Sdk.Statistics;
using OpenTrading.Sdk.Trading;

namespace OpenTrading.Kernel.Risk.ValueAtRisk;

/// <summary>What would be left of the account after moves that no distribution promises to leave out.</summary>
/// <param name="account">The account.</param>
/// <param name="stopOutLevel">Equity over margin at or below which positions are closed; null where the broker does not tell.</param>
internal sealed class StressTest(AccountSnapshot account, double? stopOutLevel)
{
    private static readonly int[] Percents = [1, 5, 10];
    private static readonly int[] Sigmas = [3, 6];

    /// <summary>Every holding moves against the account at once: by percents, by multiples of its own daily deviation; and the worst day that was.</summary>
    public IReadOnlyList<StressRow> Of(double[] exposures, ReturnTable daily)
    {
        double gross = exposures.Sum(Math.Abs);
        double oneSigma = exposures.Select((e, i) => Math.Abs(e) * Moments.Deviation(daily.Columns[i])).Sum();
        double worst = exposures.Length == 0 ? 0 : Math.Max(0, HistoricalLosses.Losses(exposures, daily).Max());
        return
        [
            .. Percents.Select(p => Row($"all against by {p} %", gross * p / 100)),
            .. Sigmas.Select(s => Row($"all against by {s} daily deviations", s * oneSigma)),
            Row("worst day on record", worst),
        ];
    }

    private StressRow Row(string scenario, double loss)
    {
        decimal pnl = -Money.RiskOf(loss, account.Currency);
        decimal equity = account.Equity + pnl;
        return new StressRow(
            scenario, pnl, equity, account.Margin > 0 ? Percent.Of(equity, account.Margin) : null, stopOutLevel is { } level ? account.Margin > 0 && equity <= (decimal)level * account.Margin : null);
    }
}
