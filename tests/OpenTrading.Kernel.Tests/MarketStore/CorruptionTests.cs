using OpenTrading.Kernel.MarketStore;
using OpenTrading.Sdk.Data;
using OpenTrading.Sdk.Market;

namespace OpenTrading.Kernel.Tests.MarketStore;

public sealed class CorruptionTests : StoreTests
{
    private const int HeaderLength = 4096;
    private const int Rows = 20_000;
    private const string Remedy = ". Move it away and import EURUSD_H1.csv again.";

    [Fact]
    public void Check_EveryHeaderByteChanged_IsFound()
    {
        Write(Hours(10));
        byte[] sound = File.ReadAllBytes(H1Path);
        for (int at = 0; at < HeaderLength; at += at < 256 ? 1 : 97)
        {
            Damage(sound, at);

            Assert.StartsWith($"{H1Path}: the stored series is corrupt, ", Assert.Single(Store.List()).Fault, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData(0, "block 0 of column time (bytes 4096 to 69631)")]
    [InlineData(Rows * 8, "block 0 of column open (bytes 164096 to 229631)")]
    [InlineData((Rows * 8 * 4) + 65_536, "block 1 of column close (bytes 709632 to 775167)")]
    [InlineData((Rows * 8 * 7) - 1, "block 2 of column spread (bytes 1095168 to 1124095)")]
    public void Check_ByteOfABlockChanged_NamesTheBlock(int at, string block)
    {
        Write(Hours(Rows));
        byte[] sound = File.ReadAllBytes(H1Path);
        Damage(sound, HeaderLength + at);

        string expected = $"{H1Path}: the stored series is corrupt, {block} fails its checksum{Remedy}";
        Assert.Equal(expected, Assert.Single(Store.Check()).Fault);
        Assert.Equal(expected, Assert.Throws<DataException>(() => Store.ReadBars(H1)).Message);
        Assert.Null(Assert.Single(Store.List()).Fault);
        Assert.True(File.Exists(H1Path));
    }

    [Fact]
    public void ReadBars_RangeBesideACorruptBlock_IsStillRead()
    {
        Write(Hours(Rows));
        Damage(File.ReadAllBytes(H1Path), HeaderLength + (Rows * 8 * 4) + 65_536);

        Assert.Equal(100, Store.ReadBars(H1, Start, Start.AddHours(100)).Count);
        Assert.Throws<DataException>(() => Store.ReadBars(H1, Start.AddHours(9000), Start.AddHours(9001)));
    }

    [Theory]
    [InlineData(0, "it has only 0 bytes. Move it away and import the files it came from again.")]
    [InlineData(19, "it has only 19 bytes. Move it away and import the files it came from again.")]
    [InlineData(4095, "it has 4095 bytes, its header alone 4096. Move it away and import the files it came from again.")]
    [InlineData(4096, "it has 4096 bytes, 10 rows need 4656" + Remedy)]
    [InlineData(4655, "it has 4655 bytes, 10 rows need 4656" + Remedy)]
    public void List_TruncatedFile_SaysHowMuchIsMissing(int length, string what)
    {
        Write(Hours(10));
        File.WriteAllBytes(H1Path, File.ReadAllBytes(H1Path)[..length]);

        Assert.Equal($"{H1Path}: the stored series is corrupt, {what}", Assert.Single(Store.List()).Fault);
    }

    [Fact]
    public void List_NewerFormat_SaysSo()
    {
        Write(Hours(10));
        byte[] newer = File.ReadAllBytes(H1Path);
        newer[8] = 2;
        File.WriteAllBytes(H1Path, newer);

        Assert.Contains("its format is version 2, this program reads version 1", Assert.Single(Store.List()).Fault, StringComparison.Ordinal);
    }

    [Fact]
    public void Find_FileInAnothersPlace_IsRefused()
    {
        Write(Hours(10));
        string other = Path.Combine(Path.GetDirectoryName(H1Path)!, "H4.series");
        File.Copy(H1Path, other);

        DataException refusal = Assert.Throws<DataException>(() => Store.Find(new SeriesKey("EURUSD", Sdk.Market.Timeframe.H4)));

        Assert.Equal(
            $"{other}: the file holds EURUSD H1 of file:EURUSD, its place is for EURUSD H4 of file:EURUSD. Move it back to its own place.", refusal.Message);
    }

    [Fact]
    public void ReadBars_LongSeriesReadSideBySide_IsWholeAndNamesACorruptBlock()
    {
        const int rows = 140_000;
        BarSeries hours = Hours(rows);
        Write(hours);
        BarSeries read = Store.ReadBars(H1);

        Assert.Equal(rows, read.Count);
        Assert.True(read.Times.SequenceEqual(hours.Times) && Bytes(read.Open).SequenceEqual(Bytes(hours.Open)) && Bytes(read.High).SequenceEqual(Bytes(hours.High)) && Bytes(read.Low).SequenceEqual(Bytes(hours.Low)));
        Assert.True(Bytes(read.Close).SequenceEqual(Bytes(hours.Close)) && Bytes(read.Volume).SequenceEqual(Bytes(hours.Volume)) && Bytes(read.Spread).SequenceEqual(Bytes(hours.Spread)));

        Damage(File.ReadAllBytes(H1Path), HeaderLength + (rows * 8 * 3));

        Assert.Contains("block 0 of column low (bytes ", Assert.Throws<DataException>(() => Store.ReadBars(H1)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void ReadBars_FileCutShortUnderTheReader_IsRefused()
    {
        Write(Hours(Rows));
        using var file = SeriesFile.Open(H1Path);
        using (FileStream cut = new(H1Path, FileMode.Open, FileAccess.Write, FileShare.ReadWrite | FileShare.Delete))
        {
            cut.SetLength(HeaderLength + (Rows * 8));
        }

        Assert.Contains("block 0 of column open", Assert.Throws<DataException>(() => file.ReadBars(null, null)).Message, StringComparison.Ordinal);
    }

    private void Damage(byte[] sound, int at)
    {
        var damaged = (byte[])sound.Clone();
        damaged[at] ^= 0x40;
        File.WriteAllBytes(H1Path, damaged);
    }
}
