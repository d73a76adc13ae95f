using OpenTrading.Kernel.Sessions;
using OpenTrading.Sdk.Market;
using OpenTrading.Sdk.Strategies;
using OpenTrading.Sdk.Trading;
using OpenTrading.Simulation.Bars;

namespace OpenTrading.Kernel.Backtesting.Runs;

/// <summary>The prices of signals and intents on an instrument of the engine. Distances stay distances, which the engine counts from the fill.</summary>
internal sealed class EngineLevels(Instrument instrument)
{
    /// <summary>A price in the instrument's digits; null for none.</summary>
    public decimal? At(double? price) => price is { } value ? instrument.ToPrice(value) : null;

    /// <summary>A level that is a price; null for none and for a distance.</summary>
    public decimal? Absolute(Level? level) => level is { IsDistance: false } price ? instrument.ToPrice(price.Value) : null;

    /// <summary>A level that is a distance, points; null for none and for a price.</summary>
    public static int? Offset(Level? level) => level is { IsDistance: true } distance ? (int)Math.Ceiling(distance.Value) : null;

    /// <summary>Price at which the entry of a signal is reckoned: its own, or the market's now.</summary>
    public decimal Entry(Signal signal, in BarPoints quote, OrderSide side) =>
        signal.Entry == OrderType.Market ? Price(quote, side) : instrument.ToPrice(signal.EntryPrice!.Value);

    /// <summary>Stop of a signal as a price; null for none.</summary>
    public decimal? Stop(Signal signal, decimal entry, OrderSide side) =>
        Offset(signal.Stop) is { } points ? entry - ((int)side * points * instrument.Point) : Absolute(signal.Stop);

    /// <summary>What of a signal's levels lies on the wrong side; null when nothing does. A distance is on its side by what it is.</summary>
    public string? Fault(Signal signal, in BarPoints quote, OrderSide side)
    {
        (decimal? stop, decimal? target) = (Absolute(signal.Stop), Absolute(signal.Target));
        if (stop is null && target is null)
        {
            return null;
        }

        decimal entry = Entry(signal, quote, side);
        return LevelSide.Fault(side, entry, signal.Entry == OrderType.Market ? Price(quote, Opposite(side)) : entry, stop, target);
    }

    /// <summary>What of the new levels of a position lies on the wrong side; null when nothing does.</summary>
    public string? Fault(in BarPoints quote, OrderSide side, decimal? stop, decimal? target) =>
        LevelSide.Fault(side, Price(quote, side), Price(quote, Opposite(side)), stop, target);

    private decimal Price(in BarPoints quote, OrderSide side) => (quote.Close + (side == OrderSide.Buy ? quote.Spread : 0)) * instrument.Point;

    private static OrderSide Opposite(OrderSide side) => side == OrderSide.Buy ? OrderSide.Sell : OrderSide.Buy;
}
