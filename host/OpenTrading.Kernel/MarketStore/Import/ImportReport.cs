using OpenTrading.Sdk.Data;

namespace OpenTrading.Kernel.MarketStore.Import;

/// <summary>What an import did.</summary>
public sealed record ImportReport
{
    /// <summary>The series as it is stored now.</summary>
    public required StoredSeries Series { get; init; }

    /// <summary>The imported file.</summary>
    public required SourceFile File { get; init; }

    /// <summary>Name of the format it was read as.</summary>
    public required string Format { get; init; }

    /// <summary>Sound rows of the file.</summary>
    public required int Rows { get; init; }

    /// <summary>UTC time of the file's first sound row.</summary>
    public required DateTime From { get; init; }

    /// <summary>UTC time of the file's last sound row.</summary>
    public required DateTime To { get; init; }

    /// <summary>Rows whose time the store did not hold.</summary>
    public required int Added { get; init; }

    /// <summary>Stored rows overwritten with other values.</summary>
    public required int Replaced { get; init; }

    /// <summary>Rows the store already held, value for value.</summary>
    public int Known => Rows - Added - Replaced;

    /// <summary>Rows left out by reason.</summary>
    public required IReadOnlyDictionary<RowFault, long> Rejected { get; init; }

    /// <summary>The first rows left out.</summary>
    public required IReadOnlyList<RejectedRow> FirstRejected { get; init; }
}
