using OpenTrading.Sdk.Market;
using OpenTrading.Simulation.Bars;

namespace OpenTrading.Simulation.Matching;

/// <summary>What the engine says to prices that it does not take.</summary>
internal static class Refusals
{
    public static InvalidOperationException OutOfOrder(Market market, long time) => new(
        $"{market.Instrument.Symbol}: {new DateTime(time):yyyy-MM-dd HH:mm:ss.fff} came after {new DateTime(market.Time):yyyy-MM-dd HH:mm:ss.fff}. Sort the input by time.");

    public static InvalidOperationException NeedsTicks(Market market) => new(
        $"A delay in milliseconds needs ticks; {market.Instrument.Symbol} runs on bars. Use {nameof(MatchingOptions.DelayBars)}.");

    public static InvalidOperationException HasNoBars(Market market) => new(
        $"{market.Instrument.Symbol} has no bars to run by index. Set {nameof(InstrumentSetup.Bars)} or pass the bar.");

    public static ArgumentException Unsound(Market market, in BarPoints bar) => new(
        $"{market.Instrument.Symbol}: {bar} is unsound: low <= open, close <= high and spread >= 0 must hold.");

    public static ArgumentException Unsound(Market market, in Tick tick) => new(
        $"{market.Instrument.Symbol} {tick.Time:yyyy-MM-dd HH:mm:ss.fff}: bid {tick.Bid} and ask {tick.Ask} must be positive and not crossed. Drop the tick.");
}
