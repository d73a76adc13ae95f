using OpenTrading.Sdk.Market;
using OpenTrading.Simulation.Bars;

namespace OpenTrading.Kernel.Backtesting.Runs;

/// <summary>How far one instrument of a run has come along its bars.</summary>
internal sealed class RecordedMarket(BacktestMarket market, BrokerDay day)
{
    private readonly BarCloses _closes = new(market.Timeframe, day);

    /// <summary>Its prices, which stand where the run stands.</summary>
    public RecordedPrices Prices { get; } = new(market.Bars, market.Lower, market.Ticks);

    /// <summary>Bars in all.</summary>
    public int Count => market.Bars.Count;

    /// <summary>Usual length of a bar, ticks.</summary>
    public long BarLength { get; } = market.Timeframe.Length().Ticks;

    /// <summary>Last bar run.</summary>
    public BarPoints Last => market.Bars[Prices.Count - 1];

    /// <summary>When the next bar closes, UTC ticks; the largest number after the last.</summary>
    public long NextClose => Prices.Count < Count ? _closes.Of(market.Bars.Times[Prices.Count]) : long.MaxValue;
}
