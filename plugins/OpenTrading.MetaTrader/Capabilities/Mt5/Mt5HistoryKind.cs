namespace OpenTrading.MetaTrader.Capabilities.Mt5;

/// <summary>What is read of an account's past.</summary>
public enum Mt5HistoryKind
{
    /// <summary>Deals.</summary>
    Deals,

    /// <summary>Orders that are done.</summary>
    Orders,
}
