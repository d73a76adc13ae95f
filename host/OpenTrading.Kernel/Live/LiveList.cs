using OpenTrading.Sdk.Capabilities;

namespace OpenTrading.Kernel.Live;

/// <summary>A part of a list of an account at a broker.</summary>
public abstract record LiveList : DataResult
{
    /// <summary>Length of the whole list.</summary>
    public required int Total { get; init; }

    /// <summary>Whether more follows.</summary>
    public bool Truncated => NextCursor is not null;

    /// <summary>Where the next part begins; null at the end.</summary>
    public string? NextCursor { get; init; }
}
