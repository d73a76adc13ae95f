using OpenTrading.Benchmarks.Harness;
using OpenTrading.Kernel.Journal;
using OpenTrading.Kernel.Sessions;

namespace OpenTrading.Benchmarks.Gates;

/// <summary>A million records of an account's orders: verified, and replayed as a host does when it starts.</summary>
internal sealed class JournalBenchmark : IBenchmark
{
    private const int Records = 1_000_000;

    public string Name => "journal";

    public void Run(Report report)
    {
        string folder = Directory.CreateTempSubdirectory("opentrading-benchmark-").FullName;
        try
        {
            Write(folder);
            long verified = 0;
            Lap[] verifying = Lap.Repeat(4, () => verified = JournalVerifier.Verify(folder).Records);
            int orders = 0;
            Lap[] replaying = Lap.Repeat(3, () =>
            {
                var past = new JournaledAccount();
                using var journal = AuditJournal.Open(folder, TimeProvider.System, past.Apply);
                orders = past.Orders.All.Count;
            });
            report.Add($"journal: verification of {verified:#,0} records", "1/s", verifying.Skip(1).Select(l => verified / l.Wall.TotalSeconds), Limit.AtLeast(300_000));
            report.Add($"journal: replay of {orders:#,0} orders, a million records", "s", replaying.Skip(1).Select(l => l.Wall.TotalSeconds * Records / verified), Limit.AtMost(8));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static void Write(string folder)
    {
        using var workspace = new Workspace();
        using var journal = AuditJournal.Open(folder, TimeProvider.System);
        var unhurried = new Unhurried(journal);
        var account = new GatedAccount(workspace, unhurried, "jrnl");
        while (unhurried.Last < Records)
        {
            account.Trade();
        }
    }

    // What is measured is reading: nobody waits for the disk to make it.
    private sealed class Unhurried(AuditJournal journal) : IJournal
    {
        public long Last { get; private set; }

        public long Append(string actor, string type, JournalPayload payload, Durability durability) => Last = journal.Append(actor, type, payload, Durability.Buffered);
    }
}
