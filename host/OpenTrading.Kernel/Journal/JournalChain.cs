using System.Buffers;
using System.Text;

namespace OpenTrading.Kernel.Journal;

/// <summary>Gives records their place: sequence without gaps, time that never decreases, hash of the record before. Not thread-safe.</summary>
internal sealed class JournalChain
{
    private readonly RecordDraft _jump = new();
    private readonly byte[] _hash = new byte[RecordDraft.HashLength];
    private DateTime _time;
    private DateTime _observed;

    public JournalChain(ChainPosition position) => Restore(position);

    public long Seq { get; private set; }

    /// <summary>A copy of the end of the chain.</summary>
    public ChainPosition Position => new(Seq, _time, Encoding.ASCII.GetString(_hash));

    public void Restore(ChainPosition position)
    {
        Seq = position.Seq;
        _time = _observed = position.Time;
        Encoding.ASCII.GetBytes(position.Hash, _hash);
    }

    /// <summary>The time a record appended at <paramref name="now"/> would carry.</summary>
    public DateTime TimeAt(DateTime now) => now > _time ? now : _time;

    /// <summary>Seals the draft into a line. Where the clock was set back since the last record, a <c>clock.jump</c> comes first.</summary>
    /// <returns>The sequence number of the draft's record.</returns>
    public long Append(RecordDraft draft, DateTime now, IBufferWriter<byte> lines)
    {
        if (now < _observed)
        {
            _jump.Begin("host", "clock.jump", new JournalPayload { ["from"] = _observed, ["to"] = now });
            Seal(_jump, _time, lines);
        }
        _observed = now;
        Seal(draft, TimeAt(now), lines);
        return Seq;
    }

    private void Seal(RecordDraft draft, DateTime time, IBufferWriter<byte> lines)
    {
        draft.Seal(_hash, Seq + 1, time, lines);
        Seq++;
        _time = time;
    }
}
