using OpenTrading.Sdk.Capabilities;

namespace OpenTrading.Kernel.Journal.Notes;

/// <summary>A note was made.</summary>
public sealed record EntryAdded : RecordResult
{
    /// <summary>Its id.</summary>
    public required string EntryId { get; init; }

    /// <summary>When it was recorded, UTC.</summary>
    public required DateTime Time { get; init; }
}
