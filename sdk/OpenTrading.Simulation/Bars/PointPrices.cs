using System.Runtime.CompilerServices;
using OpenTrading.Sdk.Market;

namespace OpenTrading.Simulation.Bars;

/// <summary>The border between prices and whole points.</summary>
internal static class PointPrices
{
    // Room for ask = bid + spread and for levels computed from prices inside an int.
    private const long Largest = 1_000_000_000;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int FromMarket(Instrument instrument, double price)
    {
        long points = double.IsFinite(price) ? instrument.ToPoints(price) : long.MaxValue;
        return Checked(instrument, points, price);
    }

    public static int FromOrder(Instrument instrument, decimal price) =>
        Checked(instrument, (long)decimal.Floor((Math.Clamp(price, -1e9m, 1e9m) / instrument.Point) + 0.5m), (double)price);

    public static int? FromOrder(Instrument instrument, decimal? price) => price is { } value ? FromOrder(instrument, value) : null;

    public static int Spread(Instrument instrument, double spread) =>
        double.IsNaN(spread) ? instrument.TypicalSpreadPoints : FromMarket(instrument, spread);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int Checked(Instrument instrument, long points, double price) =>
        points is <= Largest and >= -Largest ? (int)points : throw OutOfRange(instrument, price);

    private static ArgumentOutOfRangeException OutOfRange(Instrument instrument, double price) => new(
        nameof(price), price, $"{instrument.Symbol}: a price must be finite and within {Largest} points of {instrument.Point}.");
}
