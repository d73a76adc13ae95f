namespace OpenTrading.Kernel.MarketStore.Symbols;

/// <summary>What an account may do with an instrument.</summary>
public enum TradeMode
{
    /// <summary>Look at its prices.</summary>
    Disabled,

    /// <summary>Open and close.</summary>
    Full,
}
