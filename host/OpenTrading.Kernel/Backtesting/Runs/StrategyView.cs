using OpenTrading.Kernel.Sessions;
using OpenTrading.Sdk.Market;

namespace OpenTrading.Kernel.Backtesting.Runs;

/// <summary>Strategies with the bars they see. A market can be seen at several timeframes at once; its orders fill on its own bars.</summary>
/// <param name="Bars">Bars the strategies see: those of the market, or longer ones.</param>
/// <param name="Rows">The same bars one by one, shared by all runs, never written.</param>
/// <param name="Strategies">Instances of their own for this run, in voting order.</param>
/// <threadsafety>Immutable.</threadsafety>
public sealed record StrategyView(BarSeries Bars, Bar[] Rows, IReadOnlyList<NamedStrategy> Strategies)
{
    /// <summary>Opening times of the bars, UTC ticks, shared by all runs.</summary>
    public ReadOnlyMemory<long> Times => Bars.TimeColumn;

    /// <summary>Bar length.</summary>
    public Timeframe Timeframe => Bars.Timeframe;

    /// <summary>The bars of a series one by one.</summary>
    public static Bar[] RowsOf(BarSeries bars)
    {
        var rows = new Bar[bars.Count];
        for (int i = 0; i < rows.Length; i++)
        {
            rows[i] = bars[i];
        }

        return rows;
    }
}
