namespace OpenTrading.Sdk.Indicators;

/// <summary>The revisions of one bar, in memory allotted once.</summary>
internal struct RevisionBuffer(int capacity)
{
    private readonly Revision[] _revisions = new Revision[capacity];
    private int _count;

    public readonly ReadOnlySpan<Revision> Span => _revisions.AsSpan(0, _count);

    public void Add(Revision revision) => _revisions[_count++] = revision;

    public void Clear() => _count = 0;
}
