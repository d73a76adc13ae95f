using System.Collections.Concurrent;
using OpenTrading.Kernel.Journal.Index;

namespace OpenTrading.Kernel.Journal.Checkpoints;

/// <summary>Signs a checkpoint every 1,000 records, where a day's file ends, on demand, and when the host stops.</summary>
public sealed class CheckpointWriter : IDisposable
{
    private readonly string _folder;
    private readonly CheckpointKey _key;
    private readonly JournalIndex _index;
    private readonly TimeProvider _clock;
    private readonly ConcurrentQueue<(long Size, byte[] Root)> _due = new();
    private readonly Lock _writing = new();

    /// <summary>Goes on where the file ends. What grew unsigned, because a host was killed, is signed at once.</summary>
    /// <param name="folder">Folder of the journal.</param>
    /// <param name="keys">Folder of the key.</param>
    /// <param name="index">The journal; all of its past is in it.</param>
    /// <param name="clock">Stamps the checkpoints.</param>
    /// <exception cref="JournalException">The key is damaged.</exception>
    /// <exception cref="FormatException">The file of checkpoints is damaged.</exception>
    public CheckpointWriter(string folder, string keys, JournalIndex index, TimeProvider clock)
    {
        (_folder, _index, _clock) = (folder, index, clock);
        Last = CheckpointFile.Read(folder) is [.., { } last] ? last : null;
        _key = CheckpointKey.Open(keys);
        index.Milestone += Take;
        if (index.Size - (Last?.Checkpoint.Size ?? 0) >= JournalIndex.MilestoneEvery)
        {
            WriteNow();
        }
    }

    /// <summary>The newest checkpoint; null before the first.</summary>
    public SignedCheckpoint? Last { get; private set; }

    /// <summary>Why the last checkpoint could not be written; null when it could.</summary>
    public string? Fault { get; private set; }

    /// <summary>Signs the journal as it is now.</summary>
    public SignedCheckpoint? WriteNow()
    {
        (long size, byte[] root) = _index.Head();
        Write(size, root);
        return Last;
    }

    /// <summary>Signs what is left.</summary>
    public void Dispose()
    {
        _index.Milestone -= Take;
        lock (_writing)
        {
            WriteDue();
            WriteNow();
            _key.Dispose();
        }
    }

    // Called by whoever appends a record: it must not wait for a signature and a disk.
    private void Take(long size, byte[] root)
    {
        _due.Enqueue((size, root));
        Task.Run(WriteDue);
    }

    private void WriteDue()
    {
        lock (_writing)
        {
            while (_due.TryDequeue(out (long Size, byte[] Root) due))
            {
                Write(due.Size, due.Root);
            }
        }
    }

    private void Write(long size, byte[] root)
    {
        lock (_writing)
        {
            if (size == 0 || size <= Last?.Checkpoint.Size)
            {
                return;
            }

            try
            {
                SignedCheckpoint signed = _key.Sign(new Checkpoint(Convert.ToHexStringLower(root), size, JournalTime.Now(_clock)));
                CheckpointFile.Append(_folder, signed);
                (Last, Fault) = (signed, null);
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                // The journal itself holds; the next checkpoint covers what this one would have.
                Fault = e.Message;
            }
        }
    }
}
