using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;
using OpenTrading.Simulation.Accounts;
using OpenTrading.Simulation.Bars;

namespace OpenTrading.Simulation.Matching;

/// <summary>Bars at the prices at which a position would be closed: bids of a long, asks of a short. Several bars at once where the processor can.</summary>
/// <remarks>The order of the operations on each bar is that of bars one by one, and so is every bit of the result.</remarks>
internal readonly ref struct OwnSide
{
    private readonly ReadOnlySpan<int> _high;
    private readonly ReadOnlySpan<int> _low;
    private readonly ReadOnlySpan<int> _close;

    // Empty for a long, whose side is that of the bars.
    private readonly ReadOnlySpan<int> _spread;

    public OwnSide(PointBars bars, bool isShort)
    {
        _high = bars.High;
        _low = bars.Low;
        _close = bars.Close;
        _spread = isShort ? bars.Spread : default;
    }

    /// <summary>Walks along bars that stay strictly between two prices.</summary>
    /// <param name="below">Price that ends the walk at or below it.</param>
    /// <param name="above">Price that ends the walk at or above it.</param>
    /// <param name="from">First bar.</param>
    /// <param name="to">End, exclusive.</param>
    /// <param name="seen">Widened by the bars walked.</param>
    /// <returns>The first bar that does not, or <paramref name="to"/>.</returns>
    // Compiled for the processor it runs on from the first call; code that was compiled beforehand knows none of its vectors.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public int WalkWithin(int below, int above, int from, int to, ref PriceRange seen)
    {
        (int lowest, int highest) = (seen.Lowest, seen.Highest);
        int i = from;
        if (Vector256.IsHardwareAccelerated && to - i >= Vector256<int>.Count)
        {
            ref int highs = ref MemoryMarshal.GetReference(_high[..to]);
            ref int lows = ref MemoryMarshal.GetReference(_low[..to]);
            ref int spreads = ref MemoryMarshal.GetReference(_spread);
            bool isShort = !_spread.IsEmpty;
            Vector256<int> least = Vector256.Create(lowest);
            Vector256<int> most = Vector256.Create(highest);
            for (; i <= to - Vector256<int>.Count; i += Vector256<int>.Count)
            {
                Vector256<int> toOwnSide = isShort ? Vector256.LoadUnsafe(ref spreads, (nuint)i) : Vector256<int>.Zero;
                Vector256<int> low = Vector256.LoadUnsafe(ref lows, (nuint)i) + toOwnSide;
                Vector256<int> high = Vector256.LoadUnsafe(ref highs, (nuint)i) + toOwnSide;
                if (Vector256.LessThanOrEqualAny(low, Vector256.Create(below)) || Vector256.GreaterThanOrEqualAny(high, Vector256.Create(above)))
                {
                    break;
                }

                least = Vector256.Min(least, low);
                most = Vector256.Max(most, high);
            }

            for (int lane = 0; lane < Vector256<int>.Count; lane++)
            {
                (lowest, highest) = (Math.Min(lowest, least[lane]), Math.Max(highest, most[lane]));
            }
        }

        for (; i < to; i++)
        {
            int toOwnSide = _spread.IsEmpty ? 0 : _spread[i];
            int low = _low[i] + toOwnSide;
            int high = _high[i] + toOwnSide;
            if (low <= below || high >= above)
            {
                break;
            }

            (lowest, highest) = (Math.Min(lowest, low), Math.Max(highest, high));
        }

        seen = new PriceRange(lowest, highest);
        return i;
    }

    /// <summary>Writes the equity at the close of each bar.</summary>
    /// <param name="line">Equity as a function of the price.</param>
    /// <param name="from">First bar.</param>
    /// <param name="equity">A place for each bar from there on.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Value(in EquityLine line, int from, Span<double> equity)
    {
        ReadOnlySpan<int> closes = _close.Slice(from, equity.Length);
        ReadOnlySpan<int> spreads = _spread.IsEmpty ? default : _spread.Slice(from, equity.Length);
        int i = 0;
        if (Avx.IsSupported)
        {
            ref int close = ref MemoryMarshal.GetReference(closes);
            ref int spread = ref MemoryMarshal.GetReference(spreads);
            ref double target = ref MemoryMarshal.GetReference(equity);
            Vector256<double> entry = Vector256.Create(line.Entry);
            Vector256<double> direction = Vector256.Create((double)line.Direction);
            Vector256<double> units = Vector256.Create(line.Units);
            Vector256<double> scale = Vector256.Create(line.Scale);
            Vector256<double> swap = Vector256.Create(line.Swap);
            Vector256<double> balance = Vector256.Create(line.Balance);
            for (; i <= equity.Length - Vector256<double>.Count; i += Vector256<double>.Count)
            {
                Vector128<int> bids = Vector128.LoadUnsafe(ref close, (nuint)i);
                Vector128<int> prices = spreads.IsEmpty ? bids : bids + Vector128.LoadUnsafe(ref spread, (nuint)i);
                Vector256<double> profit = (Avx.ConvertToVector256Double(prices) - entry) * direction * units / scale;
                (balance + (profit + swap)).StoreUnsafe(ref target, (nuint)i);
            }
        }

        for (; i < equity.Length; i++)
        {
            int price = closes[i] + (spreads.IsEmpty ? 0 : spreads[i]);
            equity[i] = line.Balance + (UnroundedMoney.Amount(price, line.Entry, line.Direction, line.Units, line.Scale) + line.Swap);
        }
    }
}
