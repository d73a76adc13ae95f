using System.Globalization;

namespace OpenTrading.Benchmarks.Harness;

/// <summary>A figure that is asked for.</summary>
internal readonly record struct Limit(double Value, bool IsFloor)
{
    public static Limit AtLeast(double value) => new(value, IsFloor: true);

    public static Limit AtMost(double value) => new(value, IsFloor: false);

    public bool Holds(double measured) => IsFloor ? measured >= Value : measured <= Value;

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{(IsFloor ? ">=" : "<=")} {Value:#,0.###}");
}
