namespace OpenTrading.Kernel.Trades;

/// <summary>What some trades have brought.</summary>
/// <param name="Key">What they have in common.</param>
/// <param name="N">How many.</param>
/// <param name="WinPct">Share that gained, 0 to 100; null of no trade.</param>
/// <param name="AvgR">Mean result in multiples of initial risk; null where none has a known risk.</param>
/// <param name="Pnl">Sum of results, account currency.</param>
/// <param name="ProfitFactor">Gains over losses; null where nothing was lost.</param>
public sealed record PerformanceGroup(string Key, int N, decimal? WinPct, decimal? AvgR, decimal Pnl, decimal? ProfitFactor)
{
    /// <summary>Adds trades up.</summary>
    /// <param name="key">What they have in common.</param>
    /// <param name="trades">The trades.</param>
    public static PerformanceGroup Of(string key, IReadOnlyCollection<ClosedTrade> trades)
    {
        decimal won = trades.Where(t => t.Net > 0).Sum(t => t.Net);
        decimal lost = -trades.Where(t => t.Net < 0).Sum(t => t.Net);
        decimal[] r = [.. trades.Select(t => t.R).OfType<decimal>()];
        return new PerformanceGroup(
            key,
            trades.Count,
            trades.Count == 0 ? null : Math.Round(100m * trades.Count(t => t.Net > 0) / trades.Count, 1),
            r.Length == 0 ? null : Math.Round(r.Average(), 3),
            trades.Sum(t => t.Net),
            lost == 0 ? null : Math.Round(won / lost, 3));
    }
}
