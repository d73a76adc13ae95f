using OpenTrading.Sdk.Capabilities;

namespace OpenTrading.Kernel.Journal.Audit;

/// <summary>Proof that a record is among those that a checkpoint covers (RFC 6962, section 2.1.1).</summary>
public sealed record InclusionProof : RecordResult
{
    /// <summary>The record; its leaf is one before, counted from 0.</summary>
    public required long Seq { get; init; }

    /// <summary>Hash of its leaf.</summary>
    public required string Leaf { get; init; }

    /// <summary>Hashes on the way to the root, nearest first.</summary>
    public required IReadOnlyList<string> Path { get; init; }

    /// <summary>Records that the root covers.</summary>
    public required long Size { get; init; }

    /// <summary>Root of the newest checkpoint.</summary>
    public required string Root { get; init; }
}
