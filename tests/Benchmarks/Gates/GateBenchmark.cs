using OpenTrading.Benchmarks.Harness;
using OpenTrading.Kernel.Journal;
using OpenTrading.Kernel.Risk.Gate;
using OpenTrading.Sdk.Risk;

namespace OpenTrading.Benchmarks.Gates;

/// <summary>A look of the gate with every rule, at an account that has traded for weeks; and orders of many accounts at once through gate, journal on disk and paper broker.</summary>
internal sealed class GateBenchmark : IBenchmark
{
    private const int Looks = 20_000;
    private const int Accounts = 256;
    private const int Trades = 20;
    private const int StackBytes = 256 << 10;

    public string Name => "gate";

    public void Run(Report report)
    {
        using var workspace = new Workspace();
        var account = new GatedAccount(workspace, new MemoryJournal(), "look");
        for (int i = 0; i < 500; i++)
        {
            account.Trade();
        }

        RiskContext seen = account.See();
        GateVerdict verdict = account.Gate.Check(seen);
        if (!verdict.Passed)
        {
            throw new InvalidOperationException($"The look that is measured rejects: {verdict.Violations[0].Message}");
        }

        Lap[] looks = Lap.Repeat(9, () => Times(Looks, () => account.Gate.Check(seen)));
        Lap[] whole = Lap.Repeat(9, () => Times(Looks, () => account.Gate.Check(account.See())));
        report.Add($"gate: a look, {verdict.Verdicts.Count} of {account.Rules} rules judge", "us", Each(looks), Limit.AtMost(20));
        report.Add("gate: a look, of the processor", "us", looks.Skip(3).Select(l => l.Cpu.TotalMicroseconds / Looks));
        report.Add("gate: a look, snapshot included", "us", Each(whole), Limit.AtMost(20));
        Lap[] alone = Lap.Repeat(5, () => Times(Trades * 50, account.Trade));
        report.Add("gate: orders, journal in memory, one account", "1/s", Rate(alone, Trades * 100));
        report.Add("gate: an order of those, of the processor", "us", alone.Skip(1).Select(l => l.Cpu.TotalMicroseconds / (Trades * 100)));
        report.Add("gate: a flush of this disk, after 4 KiB", "ms", Flushes());
        Lap[] crowd = [.. Enumerable.Range(0, 4).Select(_ => Crowd(workspace))];
        report.Add($"gate: orders, journal on disk, {Accounts} accounts", "1/s", Rate(crowd, Accounts * Trades * 2), Limit.AtLeast(5000));
        report.Add("gate: an order of those, of the processor", "us", crowd.Skip(1).Select(l => l.Cpu.TotalMicroseconds / (Accounts * Trades * 2)));
    }

    // Whoever waits for the disk waits together with all who came meanwhile.
    private static Lap Crowd(Workspace workspace)
    {
        string folder = Directory.CreateTempSubdirectory("opentrading-benchmark-").FullName;
        Lap lap;
        using (var journal = AuditJournal.Open(folder, TimeProvider.System))
        {
            GatedAccount[] accounts = [.. Enumerable.Range(0, Accounts).Select(i => new GatedAccount(workspace, journal, $"a{i:000}"))];
            Thread[] threads = [.. accounts.Select(account => new Thread(() => Times(Trades, account.Trade), StackBytes))];
            lap = Lap.Of(() =>
            {
                Array.ForEach(threads, t => t.Start());
                Array.ForEach(threads, t => t.Join());
            });
        }

        Directory.Delete(folder, recursive: true);
        return lap;
    }

    // What every record that must be on disk waits for, whatever the host does.
    private static double[] Flushes()
    {
        string path = Path.GetTempFileName();
        using (DiskJournalFile file = DiskJournalFile.Open(path))
        {
            byte[] block = new byte[4096];
            double[] flushes = [.. Enumerable.Range(0, 100).Select(i => Lap.Of(() =>
            {
                file.Write(block, i * block.Length);
                file.Flush();
            }).Wall.TotalMilliseconds)];
            File.Delete(path);
            return flushes;
        }
    }

    private static void Times(int times, Action work)
    {
        for (int i = 0; i < times; i++)
        {
            work();
        }
    }

    private static IEnumerable<double> Each(Lap[] laps) => laps.Skip(3).Select(l => l.Wall.TotalMicroseconds / Looks);

    private static IEnumerable<double> Rate(Lap[] laps, int orders) => laps.Skip(1).Select(l => orders / l.Wall.TotalSeconds);

    private sealed class MemoryJournal : IJournal
    {
        private long _sequence;

        public long Append(string actor, string type, JournalPayload payload, Durability durability) => ++_sequence;
    }
}
