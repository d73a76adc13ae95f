using OpenTrading.Sdk.Market;
using OpenTrading.Sdk.Strategies;

namespace OpenTrading.Kernel.Sessions;

/// <summary>The levels of a signal as prices that the instrument can have.</summary>
internal sealed class LevelPrices(Instrument instrument)
{
    /// <summary>A level as a price; null for none.</summary>
    /// <param name="level">The level.</param>
    /// <param name="entry">Where distances begin.</param>
    /// <param name="direction">1 for a level above the entry, -1 for one below it.</param>
    public decimal? Of(Level? level, decimal entry, int direction) => level switch
    {
        null => null,
        { IsDistance: true } distance => OnGrid(entry + (direction * Math.Ceiling((decimal)distance.Value) * instrument.Point)),
        { } price => OnGrid(instrument.ToPrice(price.Value)),
    };

    /// <summary>The nearest price on the tick grid.</summary>
    public decimal OnGrid(decimal price) => Math.Round(price / instrument.TickSize, MidpointRounding.AwayFromZero) * instrument.TickSize;
}
