using OpenTrading.Simulation.Randomness;

namespace OpenTrading.Simulation.Costs;

/// <summary>How far a market order, stop entry or stop loss fills beyond its quote, always against the trader.</summary>
/// <remarks>Limits, take profits and stop-outs never slip. Models hold no state; what they need comes with the call.</remarks>
public abstract class SlippageModel
{
    /// <summary>Fills at the quote.</summary>
    public static SlippageModel None { get; } = new FixedSlippage(0);

    /// <summary>Whether <see cref="Points"/> reads the average true range, which then is kept bar by bar. Default false.</summary>
    public virtual bool UsesRange => false;

    /// <summary>Slippage of one fill, points, 0 or more.</summary>
    /// <param name="averageRange">Wilder's average true range over 14 bars up to the previous bar, points; 0 before it exists.</param>
    /// <param name="random">The account's generator; draw at most once.</param>
    public abstract int Points(double averageRange, Xoshiro256 random);
}
