using OpenTrading.Sdk.Capabilities;

namespace OpenTrading.Kernel.Paper;

/// <summary>A part of a list of the paper account, valued at the prices it names.</summary>
public abstract record PaperList : DataResult
{
    /// <summary>Length of the whole list.</summary>
    public required int Total { get; init; }

    /// <summary>Whether more follows.</summary>
    public bool Truncated => NextCursor is not null;

    /// <summary>Where the next part begins; null at the end.</summary>
    public string? NextCursor { get; init; }
}
