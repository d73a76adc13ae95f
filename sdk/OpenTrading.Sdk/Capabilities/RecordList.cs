namespace OpenTrading.Sdk.Capabilities;

/// <summary>A part of a list of the host's own records.</summary>
public abstract record RecordList : RecordResult
{
    /// <summary>Length of the whole list.</summary>
    public required int Total { get; init; }

    /// <summary>Whether more follows.</summary>
    public required bool Truncated { get; init; }

    /// <summary>Where the next part begins; null at the end.</summary>
    public string? NextCursor { get; init; }
}
