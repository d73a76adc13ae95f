using OpenTrading.Sdk.Market;

namespace OpenTrading.Sdk.Strategies;

/// <summary>The latest closed bars of one series, in a ring: constant memory however long a session runs.</summary>
/// <threadsafety>One writer, the session's thread; readers on the same thread.</threadsafety>
public sealed class BarWindow
{
    private readonly Bar[] _ring;
    private readonly int _mask;
    private int _latest = -1;

    /// <summary>A window over at least <paramref name="capacity"/> bars.</summary>
    /// <param name="capacity">Bars that stay reachable, 1 to 1,048,576; rounded up to a power of two. Default 1024.</param>
    /// <exception cref="ArgumentOutOfRangeException">The capacity is outside its range.</exception>
    public BarWindow(int capacity = 1024)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(capacity, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(capacity, 1 << 20);
        _ring = new Bar[System.Numerics.BitOperations.RoundUpToPowerOf2((uint)capacity)];
        _mask = _ring.Length - 1;
    }

    /// <summary>Bars added so far.</summary>
    public long Seen { get; private set; }

    /// <summary>Bars that can be reached.</summary>
    public int Count => (int)Math.Min(Seen, _ring.Length);

    /// <summary>The bar added last.</summary>
    /// <exception cref="IndexOutOfRangeException">No bar was added yet.</exception>
    public ref readonly Bar Latest => ref _ring[_latest];

    /// <summary>The bar <paramref name="barsAgo"/> before the latest.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Fewer bars are in the window.</exception>
    public ref readonly Bar this[int barsAgo]
    {
        get
        {
            if ((uint)barsAgo >= (uint)Count)
            {
                throw new ArgumentOutOfRangeException(
                    nameof(barsAgo), barsAgo, $"{Count} bars are in the window; look back at most {Count - 1}, or raise the window.");
            }

            return ref _ring[(_latest - barsAgo) & _mask];
        }
    }

    /// <summary>Adds the bar that has just closed.</summary>
    public void Add(in Bar bar)
    {
        _latest = (_latest + 1) & _mask;
        _ring[_latest] = bar;
        Seen++;
    }
}
