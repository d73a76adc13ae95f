using OpenTrading.Kernel.Backtesting.Metrics;
using OpenTrading.Sdk.Statistics;

namespace OpenTrading.Kernel.Backtesting.Breakdowns;

/// <summary>What one instrument of a portfolio brought, by its closed trades.</summary>
/// <param name="Symbol">Instrument.</param>
/// <param name="Trades">Closed trades.</param>
/// <param name="NetProfit">Sum of their nets, account currency.</param>
/// <param name="WinPct">Those with a net above 0, percent; null without trades.</param>
/// <threadsafety>Immutable.</threadsafety>
public sealed record SymbolResult(string Symbol, int Trades, double NetProfit, double? WinPct)
{
    /// <summary>Each instrument of a run, in the order given; one without trades is there with none.</summary>
    public static IReadOnlyList<SymbolResult> Of(RunRecord run, IReadOnlyList<string> symbols)
    {
        var bySymbol = run.Trades.ToLookup(t => t.Instrument.Symbol, StringComparer.Ordinal);
        return [.. symbols.Select(s => new SymbolResult(s, bySymbol[s].Count(), Rounding.Significant(bySymbol[s].Sum(t => t.Net), 12), PeriodResults.WinPct([.. bySymbol[s]])))];
    }
}
