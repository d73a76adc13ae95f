using System.IO.Compression;
using System.Text;
using OpenTrading.Sdk.Data;

namespace OpenTrading.MarketData.Tests.Import;

public sealed class PackedFilesTests : ImportTests
{
    private static readonly byte[] Csv = Encoding.UTF8.GetBytes(
        string.Concat(Enumerable.Range(0, 3000).Select(i => $"{1_000_000_000 + (i * 3600)},1.1,1.9,1.0,1.{i + 1000}\n")));

    [Fact]
    public void Import_Gzip_IsRecognisedByContent()
    {
        Import(Folder.File("bars.csv", Gzip(Csv)), H1);

        Assert.Equal(3000, Store.ReadBars(H1).Count);
    }

    [Fact]
    public void Import_Zip_IsRecognisedByContent()
    {
        Import(Folder.File("bars.csv", Zip(("a/", []), ("a/bars.csv", Csv))), H1);

        Assert.Equal(3000, Store.ReadBars(H1).Count);
    }

    [Fact]
    public void Import_GzipCutAnywhere_StoresNothing()
    {
        byte[] packed = Gzip(Csv);
        for (int length = 2; length < packed.Length; length += length < 20 || length > packed.Length - 20 ? 1 : 211)
        {
            string path = Folder.File("bars.csv", packed[..length]);

            ImportException refusal = Assert.Throws<ImportException>(() => Import(path, H1));

            Assert.StartsWith("bars.csv: the packed content is truncated or damaged after ", refusal.Message, StringComparison.Ordinal);
            Assert.Empty(Store.List());
        }
    }

    [Fact]
    public void Import_DamagedByte_StoresNothing()
    {
        byte[] gzip = Gzip(Csv);
        gzip[gzip.Length / 2] ^= 1;
        byte[] zip = Zip(("bars.csv", Csv));
        zip[zip.Length / 2] ^= 1;

        Assert.Throws<ImportException>(() => Import(Folder.File("bars.csv.gz", gzip), H1));
        Assert.Throws<ImportException>(() => Import(Folder.File("bars.zip", zip), H1));
        Assert.Empty(Store.List());
    }

    [Fact]
    public void Import_ZipCut_StoresNothing()
    {
        string path = Folder.File("bars.zip", Zip(("bars.csv", Csv))[..^10]);

        ImportException refusal = Assert.Throws<ImportException>(() => Import(path, H1));

        Assert.Equal("bars.zip: the zip is truncated or damaged. Fetch or pack the file again; nothing was imported.", refusal.Message);
    }

    [Fact]
    public void Import_ZipOfTwo_IsRefused()
    {
        string path = Folder.File("bars.zip", Zip(("a.csv", Csv), ("b.csv", Csv)));

        ImportException refusal = Assert.Throws<ImportException>(() => Import(path, H1));

        Assert.Equal("bars.zip: the zip holds 2 files. Pack exactly one file, or unpack it and import them one by one.", refusal.Message);
    }

    [Fact]
    public void Import_GzipBomb_IsRefused()
    {
        byte[] bomb = Encoding.UTF8.GetBytes(
            "2007-01-01 21:00,1.1,1.3,1.0,1.2\n" + string.Concat(Enumerable.Repeat(new string('0', 60_000) + "\n", 400)));
        string path = Folder.File("bomb.gz", Gzip(bomb));

        ImportException refusal = Assert.Throws<ImportException>(() => Import(path, new ImportOptions { Key = H1, SkipBadRows = true }));

        Assert.Matches(@"^bomb\.gz: \d+ packed bytes unpack to more than \d+\. Unpack it yourself if it is meant to be so; at most 200 to 1 and 16 GiB are taken\.$", refusal.Message);
    }

    private static byte[] Gzip(byte[] content)
    {
        var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.SmallestSize))
        {
            gzip.Write(content);
        }

        return packed.ToArray();
    }

    private static byte[] Zip(params (string Name, byte[] Content)[] files)
    {
        var packed = new MemoryStream();
        using (var archive = new ZipArchive(packed, ZipArchiveMode.Create))
        {
            foreach ((string name, byte[] content) in files)
            {
                using Stream entry = archive.CreateEntry(name, CompressionLevel.Fastest).Open();
                entry.Write(content);
            }
        }

        return packed.ToArray();
    }
}
