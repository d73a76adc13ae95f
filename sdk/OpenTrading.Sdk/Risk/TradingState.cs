namespace OpenTrading.Sdk.Risk;

/// <summary>What the account may do at all.</summary>
public enum TradingState
{
    /// <summary>Everything.</summary>
    Active,
    /// <summary>Nothing that opens or raises risk.</summary>
    ReduceOnly,
    /// <summary>Only closing and tightening, by an operator or the host.</summary>
    Halted,
}
