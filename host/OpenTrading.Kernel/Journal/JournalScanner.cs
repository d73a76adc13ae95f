using System.Text;

namespace OpenTrading.Kernel.Journal;

/// <summary>Walks the files of one chain in order and verifies every record on the way. Stops at the first fault.</summary>
/// <param name="files">In the order of the chain.</param>
/// <param name="fromSeq">Where verification begins; what comes before is skipped unverified.</param>
/// <param name="anchored">The first record must be seq 1; else it may be any, as in a later segment read alone.</param>
internal sealed class JournalScanner(IReadOnlyList<string> files, long fromSeq = 1, bool anchored = true) : IDisposable
{
    // Enough that the other thread need not wait for this one, few enough that a reader who stops early has not read much in vain.
    private const int BatchesAhead = 4;

    private readonly NameCache _names = new();
    private readonly Queue<LineBatch> _ahead = new();
    private readonly byte[] _lastHash = Encoding.ASCII.GetBytes(ChainPosition.Start.Hash);
    private LineReader? _reader;
    private bool _isAtEnd;
    private int _file = -1;
    private LineBatch.Entry _entry;
    private long _lastSeq;
    private DateTime _lastTime = ChainPosition.Start.Time;

    public long Records { get; private set; }

    public JournalFault? Fault { get; private set; }

    /// <summary>The end of what has been verified.</summary>
    public ChainPosition Position => new(_lastSeq, _lastTime, Encoding.ASCII.GetString(_lastHash));

    /// <summary>The record last verified.</summary>
    public JournalRecord Record() => new(_entry.Utf8, _entry.Line, _names, _entry.Offset);

    /// <exception cref="IOException">A file cannot be read.</exception>
    public bool Next()
    {
        while (Fault is null && NextLine())
        {
            if (Verify(_entry.Utf8.Span, _entry.Line)) return true;
        }
        return false;
    }

    public void Dispose() => _reader?.Dispose();

    private bool NextLine()
    {
        while (true)
        {
            if (_reader is not null)
            {
                ReadAhead(_reader);
                if (_ahead.TryPeek(out var batch))
                {
                    if (batch.TryTake(out _entry)) return true;
                    _ahead.Dequeue();
                    continue;
                }
                _entry = new LineBatch.Entry(default, _reader.Line, _reader.Offset);
                if (_reader.Unfinished > 0) return Unfinished(_reader.Unfinished);
                _reader.Dispose();
                _reader = null;
            }
            if (++_file >= files.Count) return Missing();
            (_reader, _isAtEnd) = (new LineReader(files[_file]), false);
        }
    }

    private void ReadAhead(LineReader reader)
    {
        while (!_isAtEnd && _ahead.Count < BatchesAhead)
        {
            var batch = LineBatch.Read(reader, fromSeq, out _isAtEnd);
            _ahead.Enqueue(batch);
            ThreadPool.UnsafeQueueUserWorkItem(batch, preferLocal: false);
        }
    }

    private bool Unfinished(int bytes)
    {
        if (bytes > RecordDraft.LongestLine) return Stop($"the line is longer than {RecordDraft.LongestLine} bytes");
        if (_file < files.Count - 1) return Stop($"the segment's last line, {bytes} bytes, has no LF");
        return Stop($"{bytes} bytes without LF", JournalFaultKind.TornTail);
    }

    private bool Missing()
    {
        if (Records > 0 || fromSeq <= 1 || files.Count == 0) return false;
        (_file, _entry) = (files.Count - 1, default);
        return Stop($"the journal ends before seq {fromSeq}");
    }

    /// <returns>True when the line is a verified record; false when it was skipped or is the fault.</returns>
    private bool Verify(ReadOnlySpan<byte> utf8, in JournalLine line)
    {
        if (Records == 0 && fromSeq > 1 && (_entry.Refusal is not null || line.Seq < fromSeq)) return false;
        if (_entry.Refusal is not null) return Stop(_entry.Refusal);
        if (!_entry.IsIntact) return Altered(utf8, line);
        if (!Follows(utf8, line)) return false;

        utf8[line.Hash].CopyTo(_lastHash);
        (_lastSeq, _lastTime) = (line.Seq, line.Time);
        Records++;
        return true;
    }

    private bool Altered(ReadOnlySpan<byte> utf8, in JournalLine line)
    {
        byte[] scratch = [];
        Span<byte> hash = stackalloc byte[RecordDraft.HashLength];
        line.ComputeHash(utf8, hash, ref scratch);
        var (expected, found) = (Encoding.ASCII.GetString(hash), Encoding.UTF8.GetString(utf8[line.Hash]));
        return Stop($"its hash is {found}, its content hashes to {expected}", expected: expected, found: found);
    }

    private bool Follows(ReadOnlySpan<byte> utf8, in JournalLine line)
    {
        var free = Records == 0 && (fromSeq > 1 || !anchored) && line.Seq > 1;
        if (free && fromSeq > 1 && line.Seq != fromSeq) return Stop($"seq {fromSeq} is missing, seq {line.Seq} follows");
        if (!free && line.Seq != _lastSeq + 1)
            return Stop($"its seq is {line.Seq}, expected {_lastSeq + 1}", expected: $"seq {_lastSeq + 1}", found: $"seq {line.Seq}");
        if (!free && !utf8[line.PrevHash].SequenceEqual(_lastHash))
            return Stop("its prevHash is not the hash of the record before", expected: Encoding.ASCII.GetString(_lastHash), found: Encoding.UTF8.GetString(utf8[line.PrevHash]));
        return line.Time >= _lastTime || Stop("its time is before that of the record before");
    }

    private bool Stop(string reason, JournalFaultKind kind = JournalFaultKind.Broken, string? expected = null, string? found = null)
    {
        var seq = Records == 0 ? Math.Max(1, fromSeq) : _lastSeq + 1;
        Fault = new JournalFault(kind, files[_file], _entry.Number, _entry.Offset, seq, reason) { Expected = expected, Found = found };
        return false;
    }
}
