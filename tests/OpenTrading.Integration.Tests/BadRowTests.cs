using System.IO.Compression;
using System.Text;
using System.Text.Json;
using OpenTrading.Integration.Tests.Program;

namespace OpenTrading.Integration.Tests;

/// <summary>A file with a fault is refused whole, in one line, and what was stored stays as it was.</summary>
public sealed class BadRowTests : IDisposable
{
    private const string First = "2020-01-01 00:00,1.1,1.2,1.0,1.15,100,0.0001\n";

    private readonly Workspace _workspace = new();

    public void Dispose() => _workspace.Dispose();

    [Theory]
    [InlineData("2020-01-01 01:00,1.1,abc,1.0,1.15,100,0.0001\n", "bad.csv row 3: high 'abc' is no number")]
    [InlineData("2020-01-01 01:00,1.1,1.2\n", "bad.csv row 3: ")]
    [InlineData("2020-13-01 01:00,1.1,1.2,1.0,1.15,100,0.0001\n", "bad.csv row 3: ")]
    [InlineData("2019-12-31 23:00,1.1,1.2,1.0,1.15,100,0.0001\n", "bad.csv row 3: time 2019-12-31 23:00:00 is before 2020-01-01 00:00:00")]
    [InlineData("2020-01-01 00:00,1.1,1.2,1.0,1.15,100,0.0001\n", "bad.csv row 3: time 2020-01-01 00:00:00 occurs twice")]
    [InlineData("2020-01-01 01:00,1.1,1.0,1.2,1.15,100,0.0001\n", "bad.csv row 3: high 1 is below low 1.2")]
    [InlineData("2020-01-01 01:00,1.1,NaN,1.0,1.15,100,0.0001\n", "bad.csv row 3: high is NaN")]
    [InlineData("2020-01-01 01:00,1.1,1.2,-1.0,1.15,100,0.0001\n", "bad.csv row 3: low -1 is not above zero")]
    [InlineData("2020-01-01 01:00,0,1.2,1.0,1.15,100,0.0001\n", "bad.csv row 3: open 0 is not above zero")]
    [InlineData("2020-01-01 01:00,1.1,1e999,1.0,1.15,100,0.0001\n", "bad.csv row 3: high ")]
    public async Task Import_BadRow_NamesFileRowValueAndRemedy(string row, string what)
    {
        _workspace.Write("bad.csv", BarFile.Header + First + row);

        await RefusedAsync("bad.csv", what, "Correct the row|Sort the file");
    }

    [Theory]
    [InlineData("2020-01-06 03:00,1.1,abc,1.0,1.15,100,0.0001\n", "bad.csv row 52: high 'abc' is no number. Correct the row")]
    [InlineData("2020-01-06 03:00,1.1,1.2,1.0,1.15,100,0.0001\n", "bad.csv row 52: time 2020-01-06 03:00:00 is before 2020-01-08 01:00:00 of the row above. Sort the file by time")]
    public async Task Backtest_BadRow_NamesTheImportThatLeavesItOutAndTheStore(string row, string what)
    {
        string[] run = ["backtest", "--symbol", "EURUSD", "--timeframe", "H1", "--strategy", "sma-cross", "--set", "fast=3", "--set", "slow=8", "--risk", "off", "--json"];
        _workspace.Write("bad.csv", BarFile.Waves(50) + row);

        Outcome refused = await _workspace.RunAsync([.. run, "--data", "bad.csv"]);

        const string remedy = "opentrading import bad.csv --symbol EURUSD --timeframe H1 --skip-bad-rows";
        Assert.Equal((3, true), (refused.ExitCode, refused.Complaint.Contains($"{what}, or import it without its bad rows ({remedy}) and run from the store, without --data.", StringComparison.Ordinal)));
        (await _workspace.RunAsync(remedy.Split(' ')[1..])).RequireSuccess();
        JsonElement input = (await _workspace.RunAsync(run)).RequireSuccess().Json.GetProperty("report").GetProperty("inputs")[0];
        Assert.Equal(("bad.csv", 50), (input.GetProperty("name").GetString(), input.GetProperty("rows").GetInt32()));
    }

    [Theory]
    [InlineData(1, "--timeframe M1")]
    [InlineData(240, "--timeframe H4")]
    public async Task Import_BarsOfAnotherLength_IsRefused(int minutes, string remedy)
    {
        _workspace.Write("other.csv", BarFile.Waves(50, TimeSpan.FromMinutes(minutes)));

        await RefusedAsync("other.csv", "other.csv: its rows are usually ", remedy);
    }

    [Fact]
    public async Task Import_EmptyFile_IsRefused()
    {
        _workspace.Write("empty.csv", "");

        await RefusedAsync("empty.csv", "empty.csv: ", "Formats");
    }

    [Fact]
    public async Task Import_HeaderAlone_IsRefused()
    {
        _workspace.Write("header.csv", BarFile.Header);

        await RefusedAsync("header.csv", "header.csv: it holds no sound row", "Name a file with rows");
    }

    [Fact]
    public async Task Import_BinaryFile_IsRefused()
    {
        var bytes = new byte[100_000];
        new Random(7).NextBytes(bytes);
        await File.WriteAllBytesAsync(Path.Combine(_workspace.Folder, "picture.csv"), bytes);

        await RefusedAsync("picture.csv", "picture.csv: it is not recognised as bars", "Formats");
    }

    [Fact]
    public async Task Import_TruncatedGzip_IsRefused()
    {
        using var packed = new MemoryStream();
        await using (var gzip = new GZipStream(packed, CompressionLevel.Fastest, leaveOpen: true))
        {
            gzip.Write(Encoding.UTF8.GetBytes(BarFile.Waves(3000)));
        }

        await File.WriteAllBytesAsync(Path.Combine(_workspace.Folder, "bars.csv.gz"), packed.ToArray()[..(int)(packed.Length * 2 / 3)]);

        await RefusedAsync("bars.csv.gz", "bars.csv.gz: the packed content is truncated or damaged", "pack the file again");
    }

    [Fact]
    public async Task Import_MissingFile_IsRefused() => await RefusedAsync("nothere.csv", "nothere.csv: cannot be opened", "Name a file that exists");

    [Fact]
    public async Task Import_Pipe_IsRefused()
    {
        _workspace.Write("rows.csv", BarFile.Waves(50));

        Outcome refused = await HostProgram.RunAsync(
            "sh", _workspace.Folder, ["-c", $"cat rows.csv | '{HostProgram.File}' --home home import /dev/stdin --symbol EURUSD --timeframe H1"]);

        Assert.Equal(3, refused.ExitCode);
        Assert.Contains("/dev/stdin: it is a pipe or a device, which can be read only once. Write its content to a file", refused.Complaint, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Import_Folder_IsRefused() => await RefusedAsync("config", "config: cannot be opened", "Name a file");

    [Fact]
    public async Task Import_KnownTimeWithOtherPrices_IsRefusedUnlessReplaced()
    {
        (await _workspace.ImportAsync(_workspace.Write("bars.csv", BarFile.Header + First))).RequireSuccess();
        _workspace.Write("other.csv", BarFile.Header + First.Replace("1.15", "1.16", StringComparison.Ordinal));

        Outcome refused = await _workspace.ImportAsync("other.csv");
        Assert.Equal(3, refused.ExitCode);
        Assert.Contains("other.csv row 2: EURUSD H1 at 2020-01-01 00:00:00 is stored with other values. Overwrite", refused.Complaint, StringComparison.Ordinal);

        Assert.Equal(1, (await _workspace.ImportAsync("other.csv", "--replace", "--json")).Json.GetProperty("replaced").GetInt32());
    }

    private async Task RefusedAsync(string file, string what, string remedies)
    {
        (await _workspace.ImportAsync(_workspace.Write("good.csv", BarFile.Waves(50)))).RequireSuccess();
        string stored = Assert.Single(Directory.GetFiles(_workspace.InHome("store"), "*.series", SearchOption.AllDirectories));
        byte[] before = await File.ReadAllBytesAsync(stored);

        Outcome refused = await _workspace.ImportAsync(file);

        Assert.Equal(3, refused.ExitCode);
        Assert.Contains(what, refused.Complaint, StringComparison.Ordinal);
        Assert.Contains(remedies.Split('|'), remedy => refused.Complaint.Contains(remedy, StringComparison.Ordinal));
        Assert.Equal(before, await File.ReadAllBytesAsync(stored));
        Assert.Empty(Directory.GetFiles(_workspace.InHome("store"), "*.unfinished", SearchOption.AllDirectories));
    }
}
