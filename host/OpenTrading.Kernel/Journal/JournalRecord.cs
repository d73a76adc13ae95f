using System.Text;
using System.Text.Json;

namespace OpenTrading.Kernel.Journal;

/// <summary>One verified record read from a journal.</summary>
public sealed class JournalRecord
{
    private readonly Range _payload;
    private JsonElement? _parsed;
    private JsonElement? _terms;

    internal JournalRecord(ReadOnlyMemory<byte> utf8, in JournalLine line, NameCache names, long offset = -1)
    {
        Utf8 = utf8;
        Offset = offset;
        _payload = line.Payload;
        Seq = line.Seq;
        Time = line.Time;
        var span = utf8.Span;
        Actor = names.Get(span[line.Actor]);
        Type = names.Get(span[line.Type]);
        Hash = Encoding.ASCII.GetString(span[line.Hash]);
        PrevHash = Encoding.ASCII.GetString(span[line.PrevHash]);
    }

    public string Actor { get; }

    public string Hash { get; }

    public string PrevHash { get; }

    public long Seq { get; }

    /// <summary>UTC.</summary>
    public DateTime Time { get; }

    public string Type { get; }

    /// <summary>First byte of the line in its file; -1 where that is unknown.</summary>
    internal long Offset { get; }

    /// <summary>Parsed at the first use.</summary>
    public JsonElement Payload => _parsed ??= JsonElement.Parse(Utf8.Span[_payload]);

    /// <summary>The payload without the verdicts of the gate, which are most of an order's bytes and which no replay reads. Parsed at the first use.</summary>
    internal JsonElement Terms => _parsed ?? (_terms ??= WithoutVerdicts() ?? Payload);

    /// <summary>The canonical line without its LF.</summary>
    public ReadOnlyMemory<byte> Utf8 { get; }

    /// <summary>The canonical line.</summary>
    public override string ToString() => Encoding.UTF8.GetString(Utf8.Span);

    private JsonElement? WithoutVerdicts()
    {
        // Quotes within texts are escaped, so these bytes are the member or nothing; never the first one, for every such record names its order.
        var member = ",\"verdicts\":"u8;
        var payload = Utf8.Span[_payload];
        var start = payload.IndexOf(member);
        if (start < 0) return null;
        var reader = new CanonicalReader(payload[(start + member.Length)..]);
        if (!reader.Value(depth: 3)) return null;
        var rest = payload[(start + member.Length + reader.Position)..];
        var terms = new byte[start + rest.Length];
        payload[..start].CopyTo(terms);
        rest.CopyTo(terms.AsSpan(start));
        return JsonElement.Parse(terms);
    }
}
