using System.Collections;

namespace OpenTrading.Kernel.Journal;

/// <summary>A canonical JSON array: <c>["verdicts"] = JournalArray.From(verdicts, v => new JournalPayload { ["rule"] = v.Rule })</c>.</summary>
public sealed class JournalArray : IEnumerable<JournalValue>
{
    private readonly List<JournalValue> _items;

    public JournalArray()
        : this(0)
    {
    }

    /// <param name="capacity">Number of values to come, where it is known.</param>
    public JournalArray(int capacity) => _items = new List<JournalValue>(capacity);

    public int Count => _items.Count;

    public JournalValue this[int index] => _items[index];

    public static JournalArray From<T>(IEnumerable<T> source, Func<T, JournalValue> value)
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(value);
        var array = new JournalArray(source.TryGetNonEnumeratedCount(out int count) ? count : 0);
        foreach (var item in source) array.Add(value(item));
        return array;
    }

    public void Add(JournalValue item) => _items.Add(item);

    public IEnumerator<JournalValue> GetEnumerator() => _items.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
