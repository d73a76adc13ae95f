using System.Runtime.CompilerServices;
using OpenTrading.Sdk.Market;

namespace OpenTrading.Sdk.Strategies;

/// <summary>
/// The latest closed bars of one series: a ring of constant memory however long a session runs, or a walk along bars that are already there.
/// </summary>
/// <threadsafety>One writer, the session's thread; readers on the same thread.</threadsafety>
public sealed class BarWindow
{
    // Of a walk no bit of the index is masked away: its array is never written and never wraps.
    private const int Walk = -1;

    private readonly Bar[] _ring;
    private readonly int _mask;
    private readonly int _reach;

    // Bars a walk may go along; a ring has none.
    private readonly int _walk;
    private int _latest = -1;
    private long _added;

    /// <summary>A window over at least <paramref name="capacity"/> bars.</summary>
    /// <param name="capacity">Bars that stay reachable, 1 to 1,048,576; rounded up to a power of two. Default 1024.</param>
    /// <exception cref="ArgumentOutOfRangeException">The capacity is outside its range.</exception>
    public BarWindow(int capacity = 1024)
    {
        _reach = Reach(capacity);
        _ring = new Bar[_reach];
        _mask = _reach - 1;
    }

    private BarWindow(Bar[] bars, int capacity) => (_ring, _mask, _reach, _walk) = (bars, Walk, Reach(capacity), bars.Length);

    /// <summary>A window that walks along recorded bars instead of copying them; <see cref="Advance"/> closes the next one.</summary>
    /// <param name="bars">Bars, oldest first. Shared, never written.</param>
    /// <param name="capacity">Bars that stay reachable, as in a ring of this capacity.</param>
    /// <exception cref="ArgumentOutOfRangeException">The capacity is outside its range.</exception>
    public static BarWindow Over(Bar[] bars, int capacity = 1024) => new(bars, capacity);

    /// <summary>Bars added so far.</summary>
    public long Seen => _mask == Walk ? _latest + 1 : _added;

    /// <summary>Bars that can be reached.</summary>
    public int Count => (int)Math.Min(Seen, _reach);

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
    /// <exception cref="InvalidOperationException">The window walks along recorded bars.</exception>
    public void Add(in Bar bar)
    {
        if (_mask == Walk)
        {
            throw new InvalidOperationException("This window walks along recorded bars; advance it.");
        }

        _latest = (_latest + 1) & _mask;
        _ring[_latest] = bar;
        _added++;
    }

    /// <summary>Closes the next recorded bar.</summary>
    /// <exception cref="InvalidOperationException">The window is a ring, or its bars are at their end.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Advance()
    {
        int next = _latest + 1;
        if (next >= _walk)
        {
            throw Stuck();
        }

        _latest = next;
    }

    private InvalidOperationException Stuck() => new(_mask == Walk ? "No recorded bar is left." : "This window is a ring; add a bar.");

    private static int Reach(int capacity)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(capacity, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(capacity, 1 << 20);
        return (int)System.Numerics.BitOperations.RoundUpToPowerOf2((uint)capacity);
    }
}
