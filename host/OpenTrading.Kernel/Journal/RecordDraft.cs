using System.Buffers;
using System.Security.Cryptography;

namespace OpenTrading.Kernel.Journal;

/// <summary>
/// One record on its way to a line. What does not depend on its place in the chain is written first, outside the journal's lock; the place
/// is filled in by <see cref="Seal"/>, which may be repeated when the chain was cut back. The buffer is kept for the next record.
/// </summary>
internal sealed class RecordDraft
{
    public const int LongestLine = 16 << 20;
    public const int HashLength = 64;

    // Room for the members that Seal adds.
    private const int LongestSeal = 1024;

    private readonly CanonicalWriter _writer = new(redacts: true);
    private string _type = "";
    private int _hashMemberAt;
    private int _sealAt;

    /// <summary>What the hashed bytes begin with: the tag and a zero byte.</summary>
    public static ReadOnlySpan<byte> HashPrefix => "opentrading:audit:v1\0"u8;

    /// <exception cref="ArgumentException">Actor or type is empty, or the payload has no canonical form or is too long.</exception>
    public void Begin(string actor, string type, JournalPayload payload)
    {
        ArgumentException.ThrowIfNullOrEmpty(actor);
        ArgumentException.ThrowIfNullOrEmpty(type);
        ArgumentNullException.ThrowIfNull(payload);
        _type = type;
        _writer.Length = 0;
        _writer.Raw(HashPrefix);
        _writer.Raw("{\"actor\":"u8);
        _writer.Text(actor);
        _writer.Raw(","u8);
        _hashMemberAt = _writer.Length;
        _writer.Raw("\"payload\":"u8);
        _writer.Object(payload, depth: 2);
        _sealAt = _writer.Length;
        if (_sealAt > LongestLine - LongestSeal - (type.Length * 6))
            throw new ArgumentException($"The payload of {type} has {_sealAt} bytes; a line holds {LongestLine}. Store it in a file and journal its hash.", nameof(payload));
    }

    /// <summary>Appends the line to <paramref name="lines"/> and puts the record's hash in the place of the previous one.</summary>
    /// <param name="hash">In: the 64 hex digits of the previous record's hash. Out: this record's.</param>
    public void Seal(Span<byte> hash, long seq, DateTime time, IBufferWriter<byte> lines)
    {
        _writer.Length = _sealAt;
        _writer.Raw(",\"prevHash\":\""u8);
        _writer.Raw(hash);
        _writer.Raw("\",\"seq\":"u8);
        _writer.Integer(seq);
        _writer.Raw(",\"time\":"u8);
        _writer.Time(time);
        _writer.Raw(",\"type\":"u8);
        _writer.Text(_type);
        _writer.Raw("}"u8);

        Span<byte> digest = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(_writer.Written, digest);
        Convert.TryToHexStringLower(digest, hash, out _);

        var actor = _writer.Written[HashPrefix.Length.._hashMemberAt];
        lines.Write(actor);
        lines.Write("\"hash\":\""u8);
        lines.Write(hash);
        lines.Write("\","u8);
        lines.Write(_writer.Written[_hashMemberAt..]);
        lines.Write("\n"u8);
    }
}
