namespace OpenTrading.Scanner;

/// <summary>Which way a trade would go.</summary>
public enum TradeDirection
{
    /// <summary>It would buy.</summary>
    Long = 1,

    /// <summary>It would sell.</summary>
    Short = -1,
}
