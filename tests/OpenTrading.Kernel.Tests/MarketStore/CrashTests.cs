using OpenTrading.Kernel.MarketStore;
using OpenTrading.Sdk.Data;

namespace OpenTrading.Kernel.Tests.MarketStore;

public sealed class CrashTests : StoreTests
{
    [Fact]
    public void Lock_AfterAKillInMidWrite_ClearsTheUnfinishedFileAndKeepsTheOldSeries()
    {
        Write(Hours(10));
        byte[] old = File.ReadAllBytes(H1Path);
        File.WriteAllBytes(H1Path + SeriesWriter.Unfinished, old[..4500]);

        Assert.Equal(10, Store.ReadBars(H1).Count);
        Assert.Equal(H1, Assert.Single(Store.List()).Key);
        Store.Lock().Dispose();

        Assert.False(File.Exists(H1Path + SeriesWriter.Unfinished));
        Assert.Equal(old, File.ReadAllBytes(H1Path));
    }

    [Fact]
    public void Dispose_WriterWithoutCommit_LeavesTheOldSeries()
    {
        StoredSeries series = Write(Hours(10));

        using (var writer = new SeriesWriter(H1Path, series))
        {
            writer.Write(Bytes(Hours(10).Open));
        }

        Assert.Equal(10, Store.ReadBars(H1).Count);
        Assert.False(File.Exists(H1Path + SeriesWriter.Unfinished));
    }

    [Fact]
    public void Lock_HeldByAnother_NamesTheHolder()
    {
        using IDisposable held = Store.Lock();

        DataException refusal = Assert.Throws<DataException>(() => Store.Lock());

        Assert.Equal(
            $"{Store.Folder}: the store is being written by process {Environment.ProcessId} on {Environment.MachineName}. Wait until it has finished, or stop it.",
            refusal.Message);
    }

    [Fact]
    public void Lock_FolderThatCannotBe_SaysSo()
    {
        string file = Path.Combine(Store.Folder, "file");
        File.WriteAllText(file, "");

        DataException refusal = Assert.Throws<DataException>(() => new SeriesStore(Path.Combine(file, "store")).Lock());

        Assert.StartsWith($"{file}{Path.DirectorySeparatorChar}store: the store cannot be written (", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Lock_Released_CanBeTakenAgain()
    {
        Store.Lock().Dispose();

        using IDisposable held = Store.Lock();

        Assert.NotNull(held);
    }
}
