using OpenTrading.Sdk.Capabilities;

namespace OpenTrading.Kernel.Journal.Audit;

/// <summary>Whether the journal is what was once written.</summary>
public sealed record ChainVerified : RecordResult
{
    /// <summary>Whether every record checked holds.</summary>
    public required bool Valid { get; init; }

    /// <summary>Records checked.</summary>
    public required long Entries { get; init; }

    /// <summary>The first record that does not hold; null when all do.</summary>
    public FirstBad? FirstBad { get; init; }

    /// <summary>Hash of the last record that holds.</summary>
    public required string Head { get; init; }
}

/// <summary>The first record that does not hold.</summary>
/// <param name="Seq">Its number.</param>
/// <param name="Expected">What should stand there: a hash, or a number.</param>
/// <param name="Found">What stands there, or why it cannot be read.</param>
public sealed record FirstBad(long Seq, string? Expected, string Found);
