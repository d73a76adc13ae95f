namespace OpenTrading.Risk.Losses;

/// <summary>What a trailing floor follows.</summary>
public enum TrailingMode
{
    /// <summary>The highest balance at a daily reset.</summary>
    EodBalance,
    /// <summary>The highest equity at any moment.</summary>
    IntradayEquity,
}
