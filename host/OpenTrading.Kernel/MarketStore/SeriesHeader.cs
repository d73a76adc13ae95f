using System.Buffers.Binary;
using System.Text;
using OpenTrading.Sdk.Data;
using OpenTrading.Sdk.Market;

namespace OpenTrading.Kernel.MarketStore;

/// <summary>The head of a series file: what the columns below it are, and the checksum of each of their blocks.</summary>
/// <remarks>
/// Layout, little-endian: magic (8 bytes), version (4), length of the header (4), its CRC-32C with this field zero (4), then symbol, source,
/// timeframe in minutes or 0, digits, rows, first and last time, files, and one CRC-32C a block, column after column. The columns follow,
/// each a plain array of 8-byte values: the times as UTC ticks, then the prices as doubles. The header is padded to whole pages.
/// </remarks>
public sealed class SeriesHeader
{
    public const int Version = 1;
    public const int ValueSize = 8;
    public const int BlockValues = 8192;
    public const int BlockSize = BlockValues * ValueSize;
    public const int PreambleSize = 20;
    private const int PageSize = 4096;
    private const int MaxLength = 1 << 28;

    private static readonly string[] BarColumns = ["time", "open", "high", "low", "close", "volume", "spread"];
    private static readonly string[] TickColumns = ["time", "bid", "ask", "last", "volume"];

    public required StoredSeries Series { get; init; }

    public uint[] Checksums { get; private init; } = [];

    public int Length { get; private init; }

    public long Rows => Series.Rows;

    public string[] Columns => Series.Key.IsTicks ? TickColumns : BarColumns;

    public int BlocksPerColumn => BlocksOf(Rows);

    public long FileLength => Length + (Columns.Length * Rows * ValueSize);

    private static ReadOnlySpan<byte> Magic => "OTSERIES"u8;

    public static SeriesHeader For(StoredSeries series)
    {
        var unsized = new SeriesHeader { Series = series };
        int checksums = unsized.Columns.Length * unsized.BlocksPerColumn;
        int length = PreambleSize + Body(series).Length + (checksums * sizeof(uint));
        return new SeriesHeader
        {
            Series = series,
            Checksums = new uint[checksums],
            Length = (length + PageSize - 1) / PageSize * PageSize,
        };
    }

    /// <summary>Length of the header, when the preamble is that of a series file of this version; else why it is not.</summary>
    public static int ReadLength(ReadOnlySpan<byte> preamble, out string? fault)
    {
        int version = BinaryPrimitives.ReadInt32LittleEndian(preamble[8..]);
        int length = BinaryPrimitives.ReadInt32LittleEndian(preamble[12..]);
        fault = !preamble[..8].SequenceEqual(Magic) ? "it is no series file"
            : version != Version ? $"its format is version {version}, this program reads version {Version}"
            : length is < PreambleSize or > MaxLength ? $"its header claims {length} bytes"
            : null;
        return length;
    }

    /// <summary>Reads a whole header; null when its checksum does not hold.</summary>
    public static SeriesHeader? Read(byte[] bytes)
    {
        uint stored = BinaryPrimitives.ReadUInt32LittleEndian(bytes.AsSpan(16));
        bytes.AsSpan(16, 4).Clear();
        if (BlockChecksum.Of(bytes) != stored)
        {
            return null;
        }

        using var reader = new BinaryReader(new MemoryStream(bytes, PreambleSize, bytes.Length - PreambleSize), Encoding.UTF8);
        string symbol = reader.ReadString();
        string source = reader.ReadString();
        int minutes = reader.ReadInt32();
        var series = new StoredSeries
        {
            Key = new SeriesKey(symbol, minutes == 0 ? null : (Timeframe)minutes) { Source = source },
            Digits = reader.ReadInt32(),
            Rows = reader.ReadInt64(),
            From = new DateTime(reader.ReadInt64(), DateTimeKind.Utc),
            To = new DateTime(reader.ReadInt64(), DateTimeKind.Utc),
            Files = ReadFiles(reader),
        };
        var checksums = new uint[new SeriesHeader { Series = series }.Columns.Length * BlocksOf(series.Rows)];
        for (int i = 0; i < checksums.Length; i++)
        {
            checksums[i] = reader.ReadUInt32();
        }

        return new SeriesHeader { Series = series, Checksums = checksums, Length = bytes.Length };
    }

    public byte[] ToBytes()
    {
        var bytes = new byte[Length];
        Magic.CopyTo(bytes);
        BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(8), Version);
        BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(12), Length);
        byte[] body = Body(Series);
        body.CopyTo(bytes, PreambleSize);
        Span<byte> table = bytes.AsSpan(PreambleSize + body.Length);
        for (int i = 0; i < Checksums.Length; i++)
        {
            BinaryPrimitives.WriteUInt32LittleEndian(table[(i * sizeof(uint))..], Checksums[i]);
        }

        BinaryPrimitives.WriteUInt32LittleEndian(bytes.AsSpan(16), BlockChecksum.Of(bytes));
        return bytes;
    }

    private static int BlocksOf(long rows) => checked((int)((rows + BlockValues - 1) / BlockValues));

    private static byte[] Body(StoredSeries series)
    {
        var buffer = new MemoryStream();
        using var writer = new BinaryWriter(buffer, Encoding.UTF8);
        writer.Write(series.Key.Symbol);
        writer.Write(series.Key.Source);
        writer.Write((int?)series.Key.Timeframe ?? 0);
        writer.Write(series.Digits);
        writer.Write(series.Rows);
        writer.Write(series.From.Ticks);
        writer.Write(series.To.Ticks);
        writer.Write(series.Files.Count);
        foreach (SourceFile file in series.Files)
        {
            writer.Write(file.Name);
            writer.Write(Convert.FromHexString(file.Sha256));
        }

        return buffer.ToArray();
    }

    private static SourceFile[] ReadFiles(BinaryReader reader)
    {
        var files = new SourceFile[reader.ReadInt32()];
        for (int i = 0; i < files.Length; i++)
        {
            files[i] = new SourceFile(reader.ReadString(), Convert.ToHexStringLower(reader.ReadBytes(32)));
        }

        return files;
    }
}
