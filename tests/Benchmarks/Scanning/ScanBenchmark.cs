using OpenTrading.Benchmarks.Harness;
using OpenTrading.Scanner.Confluence;
using OpenTrading.Scanner.Markets;
using OpenTrading.Scanner.Scans;
using OpenTrading.Sdk.Capabilities;
using OpenTrading.Sdk.Market;

namespace OpenTrading.Benchmarks.Scanning;

/// <summary>A scan of 30 symbols on 5 timeframes, more than 20 readings of each, with bars in memory. The symbols are one recording under thirty names.</summary>
internal sealed class ScanBenchmark : IBenchmark
{
    private const int Symbols = 30;
    private const int Runs = 7;
    private static readonly Timeframe[] Frames = [Timeframe.H1, Timeframe.H2, Timeframe.H4, Timeframe.H8, Timeframe.D1];

    public string Name => "scan";

    public void Run(Report report)
    {
        using var workspace = new Workspace();
        workspace.Import(Workspace.EurusdFile, Workspace.Eurusd);
        var market = new ManyMarkets(workspace.Store.ReadBars(Workspace.Eurusd), Symbols, Frames);
        var scan = new MarketScan(new MarketReadings(market));
        Preset preset = Preset.Find(Preset.Usual)!;
        Measure();
        Lap[] laps = [.. Enumerable.Range(0, Runs).Select(_ => Measure())];
        report.Add("scan, 30 symbols x 5 timeframes, wall", "ms", laps.Select(l => l.Wall.TotalMilliseconds), Limit.AtMost(1000));
        report.Add("scan, 30 symbols x 5 timeframes, processor", "ms", laps.Select(l => l.Cpu.TotalMilliseconds));

        Lap Measure()
        {
            int found = 0;
            Lap lap = Lap.Of(() => found = scan.Run(market.Names, Frames, preset, new Progress<JobProgress>(), CancellationToken.None).Found.Count);
            return found == Symbols ? lap : throw new InvalidOperationException($"{found} of {Symbols} symbols were read");
        }
    }
}
