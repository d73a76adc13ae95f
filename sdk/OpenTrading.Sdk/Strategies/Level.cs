namespace OpenTrading.Sdk.Strategies;

/// <summary>Where a stop or target goes: an absolute price, or a distance from the fill price.</summary>
/// <threadsafety>Immutable.</threadsafety>
public readonly record struct Level
{
    private Level(double value, bool isDistance) => (Value, IsDistance) = (value, isDistance);

    /// <summary>Price units of an absolute level, points of a distance.</summary>
    public double Value { get; }

    /// <summary>Whether <see cref="Value"/> is a distance in points, on the losing side for a stop, on the winning side for a target.</summary>
    public bool IsDistance { get; }

    /// <summary>The absolute price <paramref name="price"/>.</summary>
    public static Level At(double price) => new(price, false);

    /// <summary><paramref name="points"/> points from the fill price. A point is the smallest price step.</summary>
    public static Level Points(double points) => new(points, true);
}
