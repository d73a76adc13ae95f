namespace OpenTrading.Kernel.Risk.PropFirm;

/// <summary>What the highest mark of a trailing drawdown is taken from.</summary>
public enum TrailingMode
{
    /// <summary>Balances at the resets of days.</summary>
    EodBalance,

    /// <summary>Equity at any moment.</summary>
    IntradayEquity,
}
