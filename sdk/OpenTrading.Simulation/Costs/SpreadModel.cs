namespace OpenTrading.Simulation.Costs;

/// <summary>The spread of a bar. It holds for the whole bar: ask = bid + spread at open, high, low and close.</summary>
/// <threadsafety>Asked from several threads at once; an answer depends on its arguments alone.</threadsafety>
public abstract class SpreadModel
{
    /// <summary>What the source recorded with the bar.</summary>
    public static SpreadModel Recorded { get; } = new RecordedSpread();

    /// <summary>No spread.</summary>
    public static SpreadModel None { get; } = new FixedSpread(0);

    /// <summary>Spread of a bar, points, 0 or more.</summary>
    /// <param name="time">UTC instant at which the bar opened, <see cref="DateTime.Ticks"/>.</param>
    /// <param name="recorded">The spread the source recorded, points.</param>
    public abstract int Points(long time, int recorded);
}
