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
            int last = to - Vector256<int>.Count;
            while (i < to)
            {
                // The last step looks once more at bars that it saw already, which changes nothing.
                int at = Math.Min(i, last);
                Vector256<int> toOwnSide = isShort ? Vector256.LoadUnsafe(ref spreads, (nuint)at) : Vector256<int>.Zero;
                Vector256<int> low = Vector256.LoadUnsafe(ref lows, (nuint)at) + toOwnSide;
                Vector256<int> high = Vector256.LoadUnsafe(ref highs, (nuint)at) + toOwnSide;
                if (Vector256.LessThanOrEqualAny(low, Vector256.Create(below)) || Vector256.GreaterThanOrEqualAny(high, Vector256.Create(above)))
                {
                    break;
                }

                least = Vector256.Min(least, low);
                most = Vector256.Max(most, high);
                i = at + Vector256<int>.Count;
            }

            (lowest, highest) = (Lowest(least), Highest(most));
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
        if (Avx.IsSupported && equity.Length >= Vector256<double>.Count)
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
            int last = equity.Length - Vector256<double>.Count;
            while (i < equity.Length)
            {
                // The last step values some bars once more, and to the same.
                int at = Math.Min(i, last);
                Vector128<int> bids = Vector128.LoadUnsafe(ref close, (nuint)at);
                Vector128<int> prices = spreads.IsEmpty ? bids : bids + Vector128.LoadUnsafe(ref spread, (nuint)at);
                Vector256<double> profit = (Avx.ConvertToVector256Double(prices) - entry) * direction * units / scale;
                (balance + (profit + swap)).StoreUnsafe(ref target, (nuint)at);
                i = at + Vector256<double>.Count;
            }
        }

        for (; i < equity.Length; i++)
        {
            int price = closes[i] + (spreads.IsEmpty ? 0 : spreads[i]);
            equity[i] = line.Balance + (UnroundedMoney.Amount(price, line.Entry, line.Direction, line.Units, line.Scale) + line.Swap);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int Lowest(Vector256<int> values)
    {
        Vector128<int> least = Vector128.Min(values.GetLower(), values.GetUpper());
        least = Vector128.Min(least, Vector128.Shuffle(least, Vector128.Create(2, 3, 0, 1)));
        return Math.Min(least[0], least[1]);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int Highest(Vector256<int> values)
    {
        Vector128<int> most = Vector128.Max(values.GetLower(), values.GetUpper());
        most = Vector128.Max(most, Vector128.Shuffle(most, Vector128.Create(2, 3, 0, 1)));
        return Math.Max(most[0], most[1]);
    }
}
