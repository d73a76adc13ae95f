using System.Collections;

namespace OpenTrading.Kernel.Journal;

/// <summary>A canonical JSON array: <c>["verdicts"] = JournalArray.From(verdicts, v => new JournalPayload { ["rule"] = v.Rule })</c>.</summary>
public sealed class JournalArray : IEnumerable<JournalValue>
{
    private readonly List<JournalValue> _items;
    private readonly Action<int, JournalArray>? _row;
    private readonly int _rows;

    public JournalArray()
        : this(0)
    {
    }

    /// <param name="capacity">Number of values to come, where it is known.</param>
    public JournalArray(int capacity) => _items = new List<JournalValue>(capacity);

    private JournalArray(int rows, Action<int, JournalArray> row)
        : this(0) => (_rows, _row) = (rows, row);

    public int Count => _row is null ? _items.Count : _rows;

    public JournalValue this[int index]
    {
        get
        {
            JournalArray? fresh = null;
            return At(index, ref fresh);
        }
    }

    /// <summary>An array of arrays that are laid out only where somebody reads them: most of a long record is not read in a run that keeps none.</summary>
    /// <param name="count">How many there are.</param>
    /// <param name="row">Adds the values of one of them; what it tells of must not change any more.</param>
    public static JournalArray Rows(int count, Action<int, JournalArray> row) => new(count, row);

    public static JournalArray From<T>(IEnumerable<T> source, Func<T, JournalValue> value)
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(value);
        var array = new JournalArray(source.TryGetNonEnumeratedCount(out int count) ? count : 0);
        foreach (var item in source) array.Add(value(item));
        return array;
    }

    /// <exception cref="InvalidOperationException">Its rows are laid out as they are read.</exception>
    public void Add(JournalValue item)
    {
        if (_row is not null) throw new InvalidOperationException("An array of rows takes no further value; give Rows all of them.");
        _items.Add(item);
    }

    public IEnumerator<JournalValue> GetEnumerator() => Enumerable.Range(0, Count).Select(i => this[i]).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>A value, for a reader that is done with it before it reads the next: rows are laid out one after the other in one place.</summary>
    /// <param name="index">Its place.</param>
    /// <param name="room">The place for rows; null makes one.</param>
    internal JournalValue At(int index, ref JournalArray? room)
    {
        if (_row is null) return _items[index];
        room ??= [];
        room._items.Clear();
        _row(index, room);
        return room;
    }
}
