using System.Security.Cryptography;
using OpenTrading.Kernel.Journal.Merkle;

namespace OpenTrading.Kernel.Journal.Checkpoints;

/// <summary>Holds a journal against its signed checkpoints: what was signed must still be there, record for record. Fed with all records in order.</summary>
/// <param name="checkpoints">The checkpoints, by size.</param>
/// <param name="key">Public key that they must be signed with.</param>
public sealed class CheckpointCheck(IReadOnlyList<SignedCheckpoint> checkpoints, ECDsa key)
{
    private readonly MerkleTree _tree = new();
    private int _next;
    private string? _fault;

    /// <summary>Takes the next record.</summary>
    internal void Take(JournalRecord record)
    {
        _tree.Append(Convert.FromHexString(record.Hash));
        while (_next < checkpoints.Count && checkpoints[_next].Checkpoint.Size <= _tree.Size)
        {
            _fault ??= Fault(checkpoints[_next++]);
        }
    }

    /// <summary>The verdict on the chain, with that on the checkpoints.</summary>
    internal JournalVerification Conclude(JournalVerification chain)
    {
        _fault ??= _next < checkpoints.Count
            ? $"a checkpoint covers {checkpoints[_next].Checkpoint.Size} records, the journal has {_tree.Size}: records are missing at its end. Restore it from a copy."
            : null;
        return _fault is null
            ? chain with { Message = $"{chain.Message} {checkpoints.Count} checkpoints hold{(checkpoints.Count > 0 ? $", the newest over {checkpoints[^1].Checkpoint.Size} records" : "")}." }
            : chain with { Verdict = JournalVerdict.BadCheckpoint, Message = _fault };
    }

    private string? Fault(SignedCheckpoint signed)
    {
        Checkpoint checkpoint = signed.Checkpoint;
        return !CheckpointKey.Verify(key, signed)
            ? $"the signature of the checkpoint over {checkpoint.Size} records is not by key {CheckpointKey.IdOf(key)}; it names key {signed.KeyId}. Name that key, or restore checkpoints.jsonl from a copy."
            : checkpoint.Size == _tree.Size && checkpoint.Root == Convert.ToHexStringLower(_tree.Root()) ? null
            : $"the first {checkpoint.Size} records are not those that were signed at {checkpoint.Time:yyyy-MM-dd HH:mm:ss} UTC. Restore the journal from a copy.";
    }
}
