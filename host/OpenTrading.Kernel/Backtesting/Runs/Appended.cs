using System.Collections;

namespace OpenTrading.Kernel.Backtesting.Runs;

/// <summary>A list that only grows. It grows by pieces instead of moving to a larger array: the rows of a run are large, and so are runs.</summary>
internal sealed class Appended<T> : IReadOnlyList<T>
{
    // Below what the runtime takes for a large object, whose memory it would clear page by page.
    private const int PieceBits = 8;
    private const int PieceSize = 1 << PieceBits;

    private readonly List<T[]> _pieces = [];
    private T[] _last = [];

    public int Count { get; private set; }

    public T this[int index] => (uint)index < (uint)Count ? _pieces[index >> PieceBits][index & (PieceSize - 1)] : throw new ArgumentOutOfRangeException(nameof(index));

    public void Add(in T item)
    {
        int place = Count & (PieceSize - 1);
        if (place == 0)
        {
            _last = new T[PieceSize];
            _pieces.Add(_last);
        }

        _last[place] = item;
        Count++;
    }

    public IEnumerator<T> GetEnumerator()
    {
        for (int i = 0; i < Count; i++)
        {
            yield return this[i];
        }
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
