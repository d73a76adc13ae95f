namespace OpenTrading.Kernel.Orders;

/// <summary>How an order of a caller enters the market.</summary>
public enum EntryType
{
    /// <summary>At once.</summary>
    Market,

    /// <summary>At a better price.</summary>
    Limit,

    /// <summary>When the price breaks a level.</summary>
    Stop,
}
