using OpenTrading.Sdk.Capabilities;

namespace OpenTrading.Kernel.Journal.Audit;

/// <summary>The newest signed checkpoint.</summary>
public sealed record CheckpointFound : RecordResult
{
    /// <summary>What the signature is for.</summary>
    public required string Origin { get; init; }

    /// <summary>Records it covers.</summary>
    public required long Size { get; init; }

    /// <summary>Root of the hash tree over them.</summary>
    public required string Root { get; init; }

    /// <summary>When it was signed, UTC.</summary>
    public required DateTime Time { get; init; }

    /// <summary>SHA-256 of the public key.</summary>
    public required string KeyId { get; init; }

    /// <summary>ECDSA P-256 with SHA-256 over the canonical checkpoint: r then s, base64.</summary>
    public required string Sig { get; init; }
}
