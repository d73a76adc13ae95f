using OpenTrading.Kernel.Journal;
using OpenTrading.Kernel.Journal.Calls;
using OpenTrading.Kernel.Journal.Checkpoints;
using OpenTrading.Kernel.Journal.Index;

namespace OpenTrading.Kernel.Tests.Journal.Index;

/// <summary>A journal with everything that reads along, as a host opens it.</summary>
internal sealed class IndexedJournal : IDisposable
{
    public IndexedJournal(TestFolder folder, int calls = CallLog.Capacity)
    {
        Index = new JournalIndex(folder.Root);
        Calls = new CallLog(folder["calls.db"], folder.Clock, calls);
        Journal = AuditJournal.Open(folder.Root, folder.Clock, Follow, follow: Follow);
        Calls.Complete(Index);
        Checkpoints = new CheckpointWriter(folder.Root, folder.Root, Index, folder.Clock);
    }

    public JournalIndex Index { get; }

    public CallLog Calls { get; }

    public AuditJournal Journal { get; }

    public CheckpointWriter Checkpoints { get; }

    /// <summary>Appends notes; the last one is on disk when this returns.</summary>
    public void Append(int records)
    {
        for (int i = 1; i <= records; i++)
        {
            Journal.Append("host", "test.note", new JournalPayload { ["n"] = i }, i == records ? Durability.Durable : Durability.Buffered);
        }
    }

    public void Dispose()
    {
        Journal.Dispose();
        Calls.Dispose();
        Checkpoints.Dispose();
    }

    private void Follow(JournalRecord record)
    {
        Index.Apply(record);
        Calls.Apply(record);
    }
}
