namespace OpenTrading.Sdk.Indicators;

/// <summary>The latest brick of <see cref="Renko"/>, in price units, and how many this bar laid.</summary>
/// <param name="Open">Where the brick begins: its lower edge when it rises, its upper edge when it falls.</param>
/// <param name="High">Highest high of the bars since the bricks before.</param>
/// <param name="Low">Lowest low of the bars since the bricks before.</param>
/// <param name="Close">Where the brick ends: the edge beyond which the next one begins.</param>
/// <param name="Volume">Volume of the bars since the bricks before, in equal parts for the bricks of one bar.</param>
/// <param name="Bricks">Bricks that this bar laid, one above (below) the other: positive when rising, negative when falling, mostly 0.</param>
public readonly record struct RenkoValue(double Open, double High, double Low, double Close, double Volume, long Bricks)
    : IIndicatorValue<RenkoValue>
{
    /// <inheritdoc/>
    public static IReadOnlyList<string> Outputs { get; } = ["open", "high", "low", "close", "volume", "bricks"];

    /// <inheritdoc/>
    public static RenkoValue None => new(double.NaN, double.NaN, double.NaN, double.NaN, double.NaN, 0);

    /// <inheritdoc/>
    public void CopyTo(Span<double> outputs)
    {
        (outputs[0], outputs[1], outputs[2]) = (Open, High, Low);
        (outputs[3], outputs[4]) = (Close, Volume);
        outputs[5] = double.IsNaN(Close) ? double.NaN : Bricks;
    }
}
