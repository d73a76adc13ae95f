using System.Buffers.Binary;
using System.IO.Compression;
using OpenTrading.Sdk.Data;

namespace OpenTrading.Kernel.MarketStore.Import;

/// <summary>Recognises gzip and zip by their first bytes, whatever the file is called, and undoes them.</summary>
internal static class Packing
{
    private const int GzipTrailer = 8;

    /// <summary>The plain bytes of an open file.</summary>
    public static UnpackedStream Open(string name, FileStream file)
    {
        Span<byte> magic = stackalloc byte[4];
        int length = file.ReadAtLeast(magic, magic.Length, throwOnEndOfStream: false);
        file.Position = 0;
        if (length >= 2 && magic is [0x1F, 0x8B, ..])
        {
            (uint, uint) expected = ReadGzipTrailer(file);
            return new UnpackedStream(name, new GZipStream(file, CompressionMode.Decompress, leaveOpen: true), file.Length, expected);
        }

        if (length == 4 && magic.SequenceEqual("PK\u0003\u0004"u8))
        {
            return OpenZip(name, file);
        }

        return new UnpackedStream(name, file, 0, null);
    }

    private static (uint Crc, uint Length) ReadGzipTrailer(FileStream file)
    {
        Span<byte> trailer = stackalloc byte[GzipTrailer];
        file.Position = Math.Max(0, file.Length - GzipTrailer);
        file.ReadAtLeast(trailer, trailer.Length, throwOnEndOfStream: false);
        file.Position = 0;
        return (BinaryPrimitives.ReadUInt32LittleEndian(trailer), BinaryPrimitives.ReadUInt32LittleEndian(trailer[4..]));
    }

    private static UnpackedStream OpenZip(string name, FileStream file)
    {
        try
        {
            var archive = new ZipArchive(file, ZipArchiveMode.Read, leaveOpen: true);
            ZipArchiveEntry[] entries = [.. archive.Entries.Where(entry => !entry.FullName.EndsWith('/'))];
            if (entries.Length != 1)
            {
                throw new ImportException(
                    name, $"the zip holds {entries.Length} files", "Pack exactly one file, or unpack it and import them one by one.");
            }

            return new UnpackedStream(name, entries[0].Open(), file.Length, (entries[0].Crc32, (uint)entries[0].Length));
        }
        catch (InvalidDataException damaged)
        {
            throw new ImportException(name, "the zip is truncated or damaged", "Fetch or pack the file again; nothing was imported.", damaged);
        }
    }
}
