using System.Text;

namespace OpenTrading.Kernel.Journal;

/// <summary>Walks the files of one chain in order and verifies every record on the way. Stops at the first fault.</summary>
/// <param name="files">In the order of the chain.</param>
/// <param name="fromSeq">Where verification begins; what comes before is skipped unverified.</param>
/// <param name="anchored">The first record must be seq 1; else it may be any, as in a later segment read alone.</param>
internal sealed class JournalScanner(IReadOnlyList<string> files, long fromSeq = 1, bool anchored = true) : IDisposable
{
    private readonly NameCache _names = new();
    private readonly byte[] _lastHash = Encoding.ASCII.GetBytes(ChainPosition.Start.Hash);
    private byte[] _scratch = new byte[4096];
    private LineReader? _reader;
    private int _file = -1;
    private ReadOnlyMemory<byte> _utf8;
    private JournalLine _line;
    private long _lastSeq;
    private DateTime _lastTime = ChainPosition.Start.Time;

    public long Records { get; private set; }

    public JournalFault? Fault { get; private set; }

    /// <summary>The end of what has been verified.</summary>
    public ChainPosition Position => new(_lastSeq, _lastTime, Encoding.ASCII.GetString(_lastHash));

    /// <summary>The record last verified.</summary>
    public JournalRecord Record() => new(_utf8, _line, _names, _reader!.Offset);

    /// <exception cref="IOException">A file cannot be read.</exception>
    public bool Next()
    {
        while (Fault is null && NextLine())
        {
            if (Verify(_utf8.Span)) return true;
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
                if (_reader.TryRead(out _utf8)) return true;
                if (_reader.Unfinished > 0) return Unfinished(_reader.Unfinished);
                _reader.Dispose();
                _reader = null;
            }
            if (++_file >= files.Count) return Missing();
            _reader = new LineReader(files[_file]);
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
        _file = files.Count - 1;
        return Stop($"the journal ends before seq {fromSeq}");
    }

    /// <returns>True when the line is a verified record; false when it was skipped or is the fault.</returns>
    private bool Verify(ReadOnlySpan<byte> utf8)
    {
        var refusal = JournalLine.Parse(utf8, out _line);
        if (Records == 0 && fromSeq > 1 && (refusal is not null || _line.Seq < fromSeq)) return false;
        if (refusal is not null) return Stop(refusal);

        Span<byte> hash = stackalloc byte[RecordDraft.HashLength];
        _line.ComputeHash(utf8, hash, ref _scratch);
        if (!hash.SequenceEqual(utf8[_line.Hash]))
            return Stop($"its hash is {Encoding.UTF8.GetString(utf8[_line.Hash])}, its content hashes to {Encoding.ASCII.GetString(hash)}", expected: Encoding.ASCII.GetString(hash), found: Encoding.UTF8.GetString(utf8[_line.Hash]));
        if (!Follows(utf8)) return false;

        hash.CopyTo(_lastHash);
        (_lastSeq, _lastTime) = (_line.Seq, _line.Time);
        Records++;
        return true;
    }

    private bool Follows(ReadOnlySpan<byte> utf8)
    {
        var free = Records == 0 && (fromSeq > 1 || !anchored) && _line.Seq > 1;
        if (free && fromSeq > 1 && _line.Seq != fromSeq) return Stop($"seq {fromSeq} is missing, seq {_line.Seq} follows");
        if (!free && _line.Seq != _lastSeq + 1)
            return Stop($"its seq is {_line.Seq}, expected {_lastSeq + 1}", expected: $"seq {_lastSeq + 1}", found: $"seq {_line.Seq}");
        if (!free && !utf8[_line.PrevHash].SequenceEqual(_lastHash))
            return Stop("its prevHash is not the hash of the record before", expected: Encoding.ASCII.GetString(_lastHash), found: Encoding.UTF8.GetString(utf8[_line.PrevHash]));
        return _line.Time >= _lastTime || Stop("its time is before that of the record before");
    }

    private bool Stop(string reason, JournalFaultKind kind = JournalFaultKind.Broken, string? expected = null, string? found = null)
    {
        var seq = Records == 0 ? Math.Max(1, fromSeq) : _lastSeq + 1;
        Fault = new JournalFault(kind, files[_file], _reader?.Line ?? 0, _reader?.Offset ?? 0, seq, reason) { Expected = expected, Found = found };
        return false;
    }
}
