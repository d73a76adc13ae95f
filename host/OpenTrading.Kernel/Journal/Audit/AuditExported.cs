using OpenTrading.Sdk.Capabilities;

namespace OpenTrading.Kernel.Journal.Audit;

/// <summary>A copy of a part of the journal.</summary>
public sealed record AuditExported : RecordResult
{
    /// <summary>Where it lies.</summary>
    public required string Uri { get; init; }

    /// <summary>Records in it.</summary>
    public required long Entries { get; init; }

    /// <summary>SHA-256 of the file.</summary>
    public required string Sha256 { get; init; }

    /// <summary>Hash of its last record.</summary>
    public required string Head { get; init; }
}
