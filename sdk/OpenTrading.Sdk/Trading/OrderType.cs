namespace OpenTrading.Sdk.Trading;

/// <summary>How an order becomes a fill.</summary>
public enum OrderType
{
    /// <summary>At the next price.</summary>
    Market,
    /// <summary>At the order's price or better.</summary>
    Limit,
    /// <summary>At the market once the order's price is reached.</summary>
    Stop,
    /// <summary>Becomes a limit once the stop price is reached.</summary>
    StopLimit,
}
