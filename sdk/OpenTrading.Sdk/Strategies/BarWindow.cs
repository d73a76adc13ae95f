using System.Runtime.CompilerServices;
using OpenTrading.Sdk.Market;

namespace OpenTrading.Sdk.Strategies;

/// <summary>
/// The latest closed bars of one series: a ring of constant memory however long a session runs, or a walk along bars that are already there.
/// </summary>
/// <threadsafety>One writer, the session's thread; readers on the same thread.</threadsafety>
public sealed class BarWindow
{
    // Of a walk along rows no bit of the index is masked away: its array is never written and never wraps.
    private const int AlongRows = -1;

    // Bars laid out at a time: few enough to be read from the processor's nearest cache afterwards.
    private const int Piece = 256;

    private readonly Bar[] _ring;
    private readonly int _mask;
    private readonly int _reach;
    private readonly BarSeries? _series;

    // End of the recorded bars that are laid out in the ring; nothing is recorded for a window that bars are added to.
    private int _recorded;
    private int _latest = -1;

    // Bars seen before the one at index 0.
    private long _before;

    /// <summary>A window over at least <paramref name="capacity"/> bars.</summary>
    /// <param name="capacity">Bars that stay reachable, 1 to 1,048,576; rounded up to a power of two. Default 1024.</param>
    /// <exception cref="ArgumentOutOfRangeException">The capacity is outside its range.</exception>
    public BarWindow(int capacity = 1024)
    {
        _reach = Reach(capacity);
        _ring = new Bar[_reach];
        _mask = _reach - 1;
    }

    private BarWindow(Bar[] rows, int capacity) => (_ring, _mask, _reach, _recorded) = (rows, AlongRows, Reach(capacity), rows.Length);

    // Pieces fill at most half of the ring, so that the other half stays reachable.
    private BarWindow(BarSeries series, int capacity)
    {
        (_series, _reach) = (series, Reach(capacity));
        _ring = new Bar[2 * _reach];
        _mask = _ring.Length - 1;
    }

    /// <summary>A window that walks along recorded bars instead of copying them; <see cref="Advance"/> closes the next one.</summary>
    /// <param name="bars">Bars, oldest first. Shared, never written.</param>
    /// <param name="capacity">Bars that stay reachable, as in a ring of this capacity.</param>
    /// <exception cref="ArgumentOutOfRangeException">The capacity is outside its range.</exception>
    public static BarWindow Over(Bar[] bars, int capacity = 1024) => new(bars, capacity);

    /// <summary>A window that walks along recorded columns, a piece of which is laid out at a time; <see cref="Advance"/> closes the next bar.</summary>
    /// <param name="bars">Bars, oldest first.</param>
    /// <param name="capacity">Bars that stay reachable, as in a ring of this capacity.</param>
    /// <exception cref="ArgumentOutOfRangeException">The capacity is outside its range.</exception>
    public static BarWindow Over(BarSeries bars, int capacity = 1024) => new(bars, capacity);

    /// <summary>Bars added so far.</summary>
    public long Seen => _before + _latest + 1;

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

    private bool IsWalk => _series is not null || _mask == AlongRows;

    /// <summary>Adds the bar that has just closed.</summary>
    /// <exception cref="InvalidOperationException">The window walks along recorded bars.</exception>
    public void Add(in Bar bar)
    {
        if (IsWalk)
        {
            throw new InvalidOperationException("This window walks along recorded bars; advance it.");
        }

        Turn(_latest + 1);
        _ring[_latest] = bar;
    }

    /// <summary>Closes the next recorded bar.</summary>
    /// <exception cref="InvalidOperationException">The window is a ring, or its bars are at their end.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Advance()
    {
        int next = _latest + 1;
        if (next < _recorded)
        {
            _latest = next;
        }
        else
        {
            AdvanceAlongSeries();
        }
    }

    private void AdvanceAlongSeries()
    {
        int left = _series is null ? 0 : _series.Count - (int)Seen;
        if (left == 0)
        {
            throw new InvalidOperationException(IsWalk ? "No recorded bar is left." : "This window is a ring; add a bar.");
        }

        int from = (int)Seen;
        Turn(_latest + 1);
        Span<Bar> piece = _ring.AsSpan(_latest, Math.Min(left, Math.Min(_reach, Piece)));
        _series!.CopyTo(from, piece);
        _recorded = _latest + piece.Length;
    }

    private void Turn(int next)
    {
        if (next == _ring.Length)
        {
            _before += next;
            next = 0;
        }

        _latest = next;
    }

    private static int Reach(int capacity)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(capacity, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(capacity, 1 << 20);
        return (int)System.Numerics.BitOperations.RoundUpToPowerOf2((uint)capacity);
    }
}
