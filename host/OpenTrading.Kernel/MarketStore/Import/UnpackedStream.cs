using OpenTrading.Sdk.Data;

namespace OpenTrading.Kernel.MarketStore.Import;

/// <summary>The plain bytes of a file that may be packed.</summary>
/// <remarks>Bounded, and checked at its end against the length and checksum the packing names.</remarks>
internal sealed class UnpackedStream : Stream
{
    public const int HeadSize = 64 * 1024;

    // Prices in text pack 3 to 30 fold; only a file made to exhaust memory reaches this.
    private const long MaxRatio = 200;
    private const long RatioCountsFrom = 16 << 20;
    private const long MaxLength = 16L << 30;

    private readonly string _file;
    private readonly Stream _content;
    private readonly long _packedLength;
    private readonly (uint Crc, uint Length)? _expected;
    private readonly byte[] _head = new byte[HeadSize];
    private readonly int _headLength;
    private int _headRead;
    private long _length;
    private uint _crc;

    /// <param name="file">Name for messages.</param>
    /// <param name="content">Unpacking stream.</param>
    /// <param name="packedLength">Bytes of the packed file; 0 when it is plain.</param>
    /// <param name="expected">CRC-32 and length modulo 2^32 of the plain bytes; null when it is plain.</param>
    public UnpackedStream(string file, Stream content, long packedLength, (uint Crc, uint Length)? expected)
    {
        (_file, _content, _packedLength, _expected) = (file, content, packedLength, expected);
        int read;
        while (_headLength < HeadSize && (read = ReadContent(_head.AsSpan(_headLength))) > 0)
        {
            _headLength += read;
        }
    }

    /// <summary>First bytes, up to <see cref="HeadSize"/>; reading still begins at the first.</summary>
    public ReadOnlySpan<byte> Head => _head.AsSpan(0, _headLength);

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

    public override int Read(Span<byte> buffer)
    {
        if (_headRead == _headLength)
        {
            return buffer.IsEmpty ? 0 : ReadContent(buffer);
        }

        int count = Math.Min(buffer.Length, _headLength - _headRead);
        _head.AsSpan(_headRead, count).CopyTo(buffer);
        _headRead += count;
        return count;
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _content.Dispose();
        }

        base.Dispose(disposing);
    }

    private int ReadContent(Span<byte> buffer)
    {
        int read;
        try
        {
            read = _content.Read(buffer);
        }
        catch (InvalidDataException damaged)
        {
            throw Damaged(damaged);
        }

        _length += read;
        if (_expected is not { } expected)
        {
            return read;
        }

        _crc = Crc32.Continue(_crc, buffer[..read]);
        if (_length > MaxLength || (_length > RatioCountsFrom && _length / MaxRatio > _packedLength))
        {
            throw new ImportException(
                _file,
                $"{_packedLength} packed bytes unpack to more than {_length}",
                $"Unpack it yourself if it is meant to be so; at most {MaxRatio} to 1 and 16 GiB are taken.");
        }

        // The framework's inflater ends quietly where the packed bytes end, so only this tells a whole file from a cut one.
        if (read == 0 && (_crc, (uint)_length) != expected)
        {
            throw Damaged(null);
        }

        return read;
    }

    private ImportException Damaged(Exception? inner) => new(
        _file,
        $"the packed content is truncated or damaged after {_length} bytes",
        "Fetch or pack the file again as one gzip member or zip entry; nothing was imported.",
        inner);
}
