using OpenTrading.Kernel.Sessions;
using OpenTrading.Sdk.Market;

namespace OpenTrading.Kernel.Backtesting.Runs;

/// <summary>Strategies with the bars they see. A market can be seen at several timeframes at once; its orders fill on its own bars.</summary>
/// <param name="Bars">Bars the strategies see: those of the market, or longer ones.</param>
/// <param name="Strategies">Instances of their own for this run, in voting order.</param>
/// <threadsafety>Immutable.</threadsafety>
public sealed record StrategyView(BarSeries Bars, IReadOnlyList<NamedStrategy> Strategies)
{
    /// <summary>Opening times of the bars, UTC ticks, shared by all runs.</summary>
    public ReadOnlyMemory<long> Times => Bars.TimeColumn;

    /// <summary>Bar length.</summary>
    public Timeframe Timeframe => Bars.Timeframe;

    /// <summary>The bars one by one, shared by all runs, never written; null lets each run lay them out as it goes, which needs less memory.</summary>
    public Bar[]? Rows { get; private init; }

    /// <summary>The same with its bars one by one: many runs share them and save themselves the work.</summary>
    public StrategyView LaidOut()
    {
        var rows = new Bar[Bars.Count];
        Bars.CopyTo(0, rows);
        return this with { Rows = rows };
    }

    /// <summary>Opening time of bar <paramref name="index"/>, UTC.</summary>
    public DateTime TimeOf(int index) => new(Bars.Times[index], DateTimeKind.Utc);
}
