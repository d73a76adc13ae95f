namespace OpenTrading.Simulation.Costs;

/// <summary>The same spread for every bar.</summary>
public sealed class FixedSpread : SpreadModel
{
    private readonly int _points;

    /// <summary>A spread of <paramref name="points"/>, 0 or more.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The points are negative.</exception>
    public FixedSpread(int points)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(points);
        _points = points;
    }

    /// <inheritdoc/>
    public override int Points(long time, int recorded) => _points;
}
