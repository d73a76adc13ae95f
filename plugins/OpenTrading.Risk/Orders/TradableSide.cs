namespace OpenTrading.Risk.Orders;

/// <summary>Directions in which a symbol may be entered.</summary>
public enum TradableSide
{
    /// <summary>Long and short.</summary>
    Both,
    /// <summary>Long only.</summary>
    Buy,
    /// <summary>Short only.</summary>
    Sell,
    /// <summary>Neither.</summary>
    None,
}
