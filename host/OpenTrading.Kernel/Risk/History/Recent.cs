using System.Collections;

namespace OpenTrading.Kernel.Risk.History;

/// <summary>The newest of many things, oldest first. A view of it costs nothing and holds still while more is added.</summary>
/// <param name="capacity">How many are kept.</param>
internal sealed class Recent<T>(int capacity)
{
    private T[] _items = new T[Math.Min(capacity, 16)];
    private int _start;
    private int _end;
    private View? _view;

    /// <summary>They, as they are now.</summary>
    public IReadOnlyList<T> Now => _view ??= new View(_items, _start, _end - _start);

    /// <summary>Adds one, and forgets the oldest of too many.</summary>
    public void Add(T item)
    {
        // What a view holds is never written over: new items come behind it, or into another array.
        if (_end == _items.Length)
        {
            int kept = Math.Min(_end - _start, capacity - 1);
            var items = new T[Math.Max(16, kept * 2)];
            Array.Copy(_items, _end - kept, items, 0, kept);
            (_items, _start, _end) = (items, 0, kept);
        }

        _items[_end++] = item;
        _start = Math.Max(_start, _end - capacity);
        _view = null;
    }

    /// <summary>Forgets all.</summary>
    public void Clear() => (_items, _start, _end, _view) = (new T[Math.Min(capacity, 16)], 0, 0, null);

    private sealed class View(T[] items, int start, int count) : IReadOnlyList<T>
    {
        public int Count => count;

        public T this[int index] => (uint)index < (uint)count ? items[start + index] : throw new ArgumentOutOfRangeException(nameof(index));

        public IEnumerator<T> GetEnumerator()
        {
            for (int i = 0; i < count; i++)
            {
                yield return items[start + i];
            }
        }

        IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
    }
}
