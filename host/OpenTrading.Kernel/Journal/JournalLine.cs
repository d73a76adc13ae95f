using System.Security.Cryptography;

namespace OpenTrading.Kernel.Journal;

/// <summary>Where the parts of one canonical line stand in it. Texts are meant without their quotes, escapes included.</summary>
internal struct JournalLine
{
    // The hash member with its comma, which the hash does not cover.
    private Range _hashMember;

    public Range Actor { get; private set; }

    public Range Hash { get; private set; }

    public Range Payload { get; private set; }

    public Range PrevHash { get; private set; }

    public long Seq { get; private set; }

    public DateTime Time { get; private set; }

    public Range Type { get; private set; }

    /// <param name="utf8">The line without its LF.</param>
    /// <param name="line">Its parts, if it has the form of a record.</param>
    /// <returns>Why it has not; null if it has.</returns>
    public static string? Parse(ReadOnlySpan<byte> utf8, out JournalLine line)
    {
        line = default;
        var reader = new CanonicalReader(utf8);
        if (!reader.IsUtf8() || !line.Read(ref reader, out var time) || !reader.End()) return reader.Reason;
        if (!JournalTime.TryRead(utf8[time], out var utc)) return "the time is not of the form yyyy-MM-ddTHH:mm:ss.fffZ";
        line.Time = utc;
        if (utf8[line.Hash].Length != RecordDraft.HashLength) return "the hash is not 64 digits";
        return utf8[line.PrevHash].Length != RecordDraft.HashLength ? "the prevHash is not 64 digits" : null;
    }

    /// <summary>Hashes the record without its <c>hash</c> member.</summary>
    /// <param name="utf8">The line this was parsed from.</param>
    /// <param name="hex">Receives 64 digits.</param>
    /// <param name="scratch">Grown as needed and used again.</param>
    public readonly void ComputeHash(ReadOnlySpan<byte> utf8, Span<byte> hex, ref byte[] scratch)
    {
        var prefix = RecordDraft.HashPrefix;
        if (scratch.Length < prefix.Length + utf8.Length) scratch = new byte[(prefix.Length + utf8.Length) * 2];
        var before = utf8[.._hashMember.Start];
        var after = utf8[_hashMember.End..];
        prefix.CopyTo(scratch);
        before.CopyTo(scratch.AsSpan(prefix.Length));
        after.CopyTo(scratch.AsSpan(prefix.Length + before.Length));
        Span<byte> digest = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(scratch.AsSpan(0, prefix.Length + before.Length + after.Length), digest);
        Convert.TryToHexStringLower(digest, hex, out _);
    }

    private bool Read(ref CanonicalReader reader, out Range time)
    {
        time = default;
        if (!Text("{\"actor\":"u8, ref reader, out var actor) || !reader.Literal(","u8)) return false;
        var hashAt = reader.Position;
        if (!Text("\"hash\":"u8, ref reader, out var hash) || !reader.Literal(","u8)) return false;
        _hashMember = hashAt..reader.Position;
        if (!reader.Literal("\"payload\":"u8)) return false;
        var payloadAt = reader.Position;
        if (!reader.Object(depth: 2)) return false;
        Payload = payloadAt..reader.Position;
        if (!Text(",\"prevHash\":"u8, ref reader, out var prevHash)) return false;
        if (!reader.Literal(",\"seq\":"u8) || !reader.Integer(out var seq)) return false;
        if (!Text(",\"time\":"u8, ref reader, out time)) return false;
        if (!Text(",\"type\":"u8, ref reader, out var type) || !reader.Literal("}"u8)) return false;
        (Actor, Hash, PrevHash, Seq, Type) = (actor, hash, prevHash, seq, type);
        return true;
    }

    private static bool Text(ReadOnlySpan<byte> name, ref CanonicalReader reader, out Range content)
    {
        content = default;
        return reader.Literal(name) && reader.Text(out content);
    }
}
