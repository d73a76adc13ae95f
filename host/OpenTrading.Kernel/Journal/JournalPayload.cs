namespace OpenTrading.Kernel.Journal;

/// <summary>
/// The members of one canonical JSON object, in any order: <c>new JournalPayload { ["orderId"] = id, ["volume"] = 0.38m }</c>.
/// They are sorted when written; a name given twice is refused then.
/// </summary>
public sealed class JournalPayload
{
    private Member[] _members;

    public JournalPayload()
        : this(8)
    {
    }

    /// <param name="capacity">Number of members to come, where it is known.</param>
    public JournalPayload(int capacity) => _members = new Member[capacity];

    public int Count { get; private set; }

    internal ReadOnlySpan<Member> Members => _members.AsSpan(0, Count);

    /// <summary>Adds a member, or reads the first one of that name.</summary>
    /// <exception cref="KeyNotFoundException">The payload has no member of that name.</exception>
    public JournalValue this[string name]
    {
        get
        {
            foreach (var member in Members)
            {
                if (member.Name == name) return member.Value;
            }
            throw new KeyNotFoundException($"The payload {this} has no member \"{name}\".");
        }

        set
        {
            ArgumentNullException.ThrowIfNull(name);
            if (Count == _members.Length) Array.Resize(ref _members, Math.Max(8, Count * 2));
            _members[Count++] = new Member(name, value);
        }
    }

    /// <summary>The canonical JSON text, without redaction.</summary>
    public override string ToString() => System.Text.Encoding.UTF8.GetString(CanonicalJson.Write(this));

    internal readonly record struct Member(string Name, JournalValue Value);
}
