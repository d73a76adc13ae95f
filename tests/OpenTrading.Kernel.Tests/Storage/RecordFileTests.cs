using OpenTrading.Kernel.Storage;
using OpenTrading.Sdk.Data;

namespace OpenTrading.Kernel.Tests.Storage;

public sealed class RecordFileTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("opentrading-records-").FullName;

    private string FilePath => Path.Combine(_folder, "records", "alerts.jsonl");

    [Fact]
    public void Append_ThenOpenedAgain_KeepsTheOrder()
    {
        var file = new RecordFile(FilePath, "the alerts");
        Assert.Empty(file.Read());
        file.Append(["one", "zwei é"]);
        file.Append(["three"]);

        Assert.Equal(["one", "zwei é", "three"], new RecordFile(FilePath, "the alerts").Read());
    }

    [Theory]
    [InlineData("one\ntwo\nthr", "one two")]
    [InlineData("thr", "")]
    [InlineData("one\n", "one")]
    [InlineData("", "")]
    public void Open_UnfinishedLine_IsCutOffAndTheNextOneStandsAlone(string left, string expected)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(FilePath)!);
        File.WriteAllText(FilePath, left);

        new RecordFile(FilePath, "the alerts").Append(["next"]);

        Assert.Equal($"{expected} next".TrimStart(), string.Join(' ', new RecordFile(FilePath, "the alerts").Read()));
    }

    [Fact]
    public void Replace_PutsTheLinesInThePlaceOfAll()
    {
        var file = new RecordFile(FilePath, "the alerts");
        file.Append(["one", "two"]);
        file.Replace(["three"]);
        file.Append(["four"]);

        Assert.Equal("three\nfour\n", File.ReadAllText(FilePath));
    }

    [Fact]
    public void Append_PlaceThatCannotBeWritten_SaysWhichFile()
    {
        Directory.CreateDirectory(FilePath);

        DataException fault = Assert.Throws<DataException>(() => new RecordFile(FilePath, "the alerts").Append(["one"]));

        Assert.Contains("alerts.jsonl", fault.Message, StringComparison.Ordinal);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);
}
