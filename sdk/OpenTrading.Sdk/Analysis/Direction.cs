namespace OpenTrading.Sdk.Analysis;

/// <summary>Where a price goes.</summary>
public enum Direction
{
    /// <summary>Neither up nor down.</summary>
    None,

    /// <summary>Up.</summary>
    Up,

    /// <summary>Down.</summary>
    Down,
}
