using OpenTrading.Benchmarks.Harness;
using OpenTrading.Sdk.Data;
using OpenTrading.Sdk.Market;

namespace OpenTrading.Benchmarks.Store;

/// <summary>A stored series of a million bars: opened, and read whole.</summary>
internal sealed class StoreBenchmark : IBenchmark
{
    private const int Bars = 1_000_000;
    private const int Runs = 15;

    public string Name => "store";

    public void Run(Report report)
    {
        var key = new SeriesKey("EURUSD", Timeframe.M1);
        using var workspace = new Workspace();
        workspace.Import(workspace.MinuteFile(Bars), key);
        Lap[] opened = Lap.Repeat(Runs, () => workspace.Store.Find(key));
        Lap[] read = Lap.Repeat(Runs, () => workspace.Store.ReadBars(key));
        report.Add("store: open a series of a million bars", "ms", opened.Select(l => l.Wall.TotalMilliseconds), Limit.AtMost(5));
        report.Add("store: read and check all its bars", "ms", read.Select(l => l.Wall.TotalMilliseconds));
    }
}
