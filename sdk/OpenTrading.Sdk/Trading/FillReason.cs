namespace OpenTrading.Sdk.Trading;

/// <summary>Why a fill happened.</summary>
public enum FillReason
{
    /// <summary>Entry, also one that enlarges a netted position.</summary>
    Open,
    /// <summary>Ordered close, whole or partial.</summary>
    Close,
    /// <summary>Closes a netted position and opens the opposite one in one fill.</summary>
    Reverse,
    /// <summary>Stop loss.</summary>
    StopLoss,
    /// <summary>Take profit.</summary>
    TakeProfit,
    /// <summary>Closed by the broker for lack of margin.</summary>
    StopOut,
    /// <summary>Closed because the data ended.</summary>
    End,
}
