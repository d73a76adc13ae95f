namespace OpenTrading.MetaTrader.Capabilities.Mt4;

/// <summary>Direction of a trade.</summary>
public enum Mt4Action
{
    /// <summary>Long.</summary>
    Buy,
    /// <summary>Short.</summary>
    Sell,
}
