using System.Text;
using OpenTrading.Kernel.Journal.Merkle;

namespace OpenTrading.Kernel.Journal.Index;

/// <summary>
/// Finds records of the journal without reading all of it: a mark every 1,024 records, and the hash tree over them. It is no truth of its own:
/// fed with the whole journal at the start, and with every record once it is on disk.
/// </summary>
/// <threadsafety>Safe: one thread feeds it, any number ask.</threadsafety>
public sealed class JournalIndex(string folder)
{
    /// <summary>Records from one milestone to the next.</summary>
    public const int MilestoneEvery = 1000;

    private readonly Lock _gate = new();
    private readonly List<JournalMark> _marks = [];
    private readonly MerkleTree _tree = new();
    private int _segments;
    private string _headHash = new('0', 64);

    /// <summary>Raised with size and root every 1,000 records and at the end of a file. Handlers must not wait.</summary>
    public event Action<long, byte[]>? Milestone;

    /// <summary>Records so far.</summary>
    public long Size
    {
        get
        {
            lock (_gate)
            {
                return _tree.Size;
            }
        }
    }

    /// <summary>Hash of the newest record; 64 zeros before the first.</summary>
    public string HeadHash
    {
        get
        {
            lock (_gate)
            {
                return _headHash;
            }
        }
    }

    /// <summary>Takes the next record.</summary>
    public void Apply(JournalRecord record)
    {
        ArgumentNullException.ThrowIfNull(record);
        Span<byte> hash = stackalloc byte[32];
        Convert.FromHexString(record.Hash, hash, out _, out _);
        lock (_gate)
        {
            bool beginsFile = record.Offset == 0;
            if (beginsFile && record.Seq > 1)
            {
                Tell();
            }

            _segments += beginsFile ? 1 : 0;
            if (beginsFile || (record.Seq - 1) % MerkleTree.BlockSize == 0)
            {
                _marks.Add(new JournalMark(record.Seq, record.Time, _segments - 1, record.Offset));
            }

            _tree.Append(hash);
            _headHash = record.Hash;
            if (record.Seq % MilestoneEvery == 0)
            {
                Tell();
            }
        }
    }

    /// <summary>Size and root of the tree as it is now.</summary>
    public (long Size, byte[] Root) Head()
    {
        lock (_gate)
        {
            return (_tree.Size, _tree.Root());
        }
    }

    /// <summary>The tree as it is now, for proofs.</summary>
    public MerkleView Tree()
    {
        lock (_gate)
        {
            return _tree.View((first, count) => [.. Read(first + 1, first + count).Select(r => Convert.FromHexString(r.Hash))]);
        }
    }

    /// <summary>Reads records again, each checked against its hash. Reading begins at the nearest mark.</summary>
    /// <param name="fromSeq">First record.</param>
    /// <param name="toSeq">Last record, at most <see cref="Size"/>.</param>
    /// <exception cref="JournalException">A record is not what was written.</exception>
    /// <exception cref="IOException">A file cannot be read.</exception>
    public IEnumerable<JournalRecord> Read(long fromSeq, long toSeq)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(fromSeq, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(toSeq, Size);
        return fromSeq > toSeq ? [] : ReadFrom(MarkBefore(m => m.Seq <= fromSeq), fromSeq, toSeq);
    }

    /// <summary>First record that may be of a time or later: none before it is.</summary>
    public long SeqAt(DateTime time) => MarkBefore(m => m.Time < time).Seq;

    private IEnumerable<JournalRecord> ReadFrom(JournalMark mark, long fromSeq, long toSeq)
    {
        var names = new NameCache();
        byte[] scratch = [];
        IReadOnlyList<string> files = AuditFolder.Files(folder);
        long seq = mark.Seq;
        for (int i = mark.Segment; seq <= toSeq; i++)
        {
            string file = i < files.Count ? files[i] : throw new JournalException($"{folder}: record {seq} is gone with its file. Restore the file from a copy.");
            using var lines = new LineReader(file, i == mark.Segment ? mark.Offset : 0);
            while (seq <= toSeq && lines.TryRead(out ReadOnlyMemory<byte> line))
            {
                JournalRecord record = Check(file, line, seq, names, ref scratch);
                if (seq++ >= fromSeq)
                {
                    yield return record;
                }
            }
        }
    }

    private static JournalRecord Check(string file, ReadOnlyMemory<byte> utf8, long seq, NameCache names, ref byte[] scratch)
    {
        if (JournalLine.Parse(utf8.Span, out JournalLine line) is { } refusal)
        {
            throw new JournalException($"{file}: record {seq} is broken: {refusal}. Restore the file from a copy; do not edit it.");
        }

        Span<byte> hash = stackalloc byte[RecordDraft.HashLength];
        line.ComputeHash(utf8.Span, hash, ref scratch);
        return line.Seq == seq && hash.SequenceEqual(utf8.Span[line.Hash])
            ? new JournalRecord(utf8, line, names)
            : throw new JournalException($"{file}: record {seq} is not what was written: its content hashes to {Encoding.ASCII.GetString(hash)}. Restore the file from a copy; do not edit it.");
    }

    private JournalMark MarkBefore(Func<JournalMark, bool> isBefore)
    {
        lock (_gate)
        {
            (int low, int high) = (0, _marks.Count);
            while (low < high)
            {
                int middle = (low + high) / 2;
                (low, high) = isBefore(_marks[middle]) ? (middle + 1, high) : (low, middle);
            }

            return low > 0 ? _marks[low - 1] : _marks.Count > 0 ? _marks[0] : new JournalMark(1, default, 0, 0);
        }
    }

    private void Tell() => Milestone?.Invoke(_tree.Size, _tree.Root());
}
