using System.Runtime.ExceptionServices;

namespace OpenTrading.Kernel.Journal;

/// <summary>
/// Some lines of a journal, each looked at for what needs no other line: its form and its hash, which are nearly all the work of reading a journal.
/// A batch is looked at ahead by whichever thread comes first, the reader itself where no other was free.
/// </summary>
internal sealed class LineBatch : IThreadPoolWorkItem
{
    private const int Most = 256;

    private readonly long _fromSeq;
    private readonly List<Entry> _entries = new(Most);
    private ExceptionDispatchInfo? _defect;
    private bool _isDone;
    private int _claimed;
    private int _next;

    private LineBatch(long fromSeq) => _fromSeq = fromSeq;

    /// <summary>Takes the next lines of a file.</summary>
    /// <param name="reader">The file.</param>
    /// <param name="fromSeq">What stands before it need not be hashed.</param>
    /// <param name="isEnd">Whether the file has no more.</param>
    public static LineBatch Read(LineReader reader, long fromSeq, out bool isEnd)
    {
        var batch = new LineBatch(fromSeq);
        isEnd = false;
        while (batch._entries.Count < Most && !isEnd)
        {
            isEnd = !reader.TryRead(out var utf8);
            if (!isEnd) batch._entries.Add(new Entry(utf8, reader.Line, reader.Offset));
        }
        return batch;
    }

    /// <summary>The next line, looked at.</summary>
    public bool TryTake(out Entry entry)
    {
        if (_next == 0) Finish();
        entry = _next < _entries.Count ? _entries[_next++] : default;
        return entry.Number > 0;
    }

    /// <summary>Looks at the lines, unless somebody did.</summary>
    public void Execute()
    {
        if (Interlocked.Exchange(ref _claimed, 1) == 1) return;
        try
        {
            Look();
        }
#pragma warning disable CA1031 // Whoever reads the journal is told; a thread of the pool has nobody to tell.
        catch (Exception defect)
#pragma warning restore CA1031
        {
            _defect = ExceptionDispatchInfo.Capture(defect);
        }
        lock (_entries)
        {
            _isDone = true;
            Monitor.PulseAll(_entries);
        }
    }

    private void Finish()
    {
        Execute();
        lock (_entries)
        {
            while (!_isDone) Monitor.Wait(_entries);
        }
        _defect?.Throw();
    }

    private void Look()
    {
        var scratch = new byte[4096];
        Span<byte> hash = stackalloc byte[RecordDraft.HashLength];
        for (var i = 0; i < _entries.Count; i++)
        {
            var entry = _entries[i];
            var utf8 = entry.Utf8.Span;
            var refusal = JournalLine.Parse(utf8, out var line);
            if (refusal is null && line.Seq >= _fromSeq)
            {
                line.ComputeHash(utf8, hash, ref scratch);
                entry.IsIntact = hash.SequenceEqual(utf8[line.Hash]);
            }
            (entry.Line, entry.Refusal) = (line, refusal);
            _entries[i] = entry;
        }
    }

    /// <summary>A line and what can be said of it alone.</summary>
    /// <param name="Utf8">Without its LF.</param>
    /// <param name="Number">Of the line in its file, from 1.</param>
    /// <param name="Offset">Its first byte in the file.</param>
    internal record struct Entry(ReadOnlyMemory<byte> Utf8, long Number, long Offset)
    {
        /// <summary>Its parts; without meaning where <see cref="Refusal"/> says why it has none.</summary>
        public JournalLine Line { get; set; }

        /// <summary>Why it is no record; null when it is one.</summary>
        public string? Refusal { get; set; }

        /// <summary>Whether it hashes to what it says.</summary>
        public bool IsIntact { get; set; }
    }
}
