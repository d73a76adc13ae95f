namespace OpenTrading.Sdk.Capabilities;

/// <summary>A part of a list.</summary>
/// <param name="Items">The part.</param>
/// <param name="Total">Length of the whole list.</param>
/// <param name="NextCursor">Where the next part begins; null at the end.</param>
public sealed record Page<T>(IReadOnlyList<T> Items, int Total, string? NextCursor)
{
    /// <summary>Whether more follows.</summary>
    public bool Truncated => NextCursor is not null;
}
