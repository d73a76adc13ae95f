namespace OpenTrading.Risk.Losses;

/// <summary>Where a trailing floor stops to rise.</summary>
public enum FloorLock
{
    /// <summary>At the initial capital.</summary>
    Initial,
}
