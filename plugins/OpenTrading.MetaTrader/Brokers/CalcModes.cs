namespace OpenTrading.MetaTrader.Brokers;

/// <summary>The ways in which terminals compute profit.</summary>
internal static class CalcModes
{
    // Price difference times contract, as the host reckons. Bonds, collateral and futures by tick value are reckoned otherwise.
    private static readonly HashSet<string> Known = ["forex", "forex_no_leverage", "cfd", "cfdindex", "cfdleverage", "exch_stocks", "exch_stocks_moex"];

    /// <summary>Whether the host reckons the same way.</summary>
    public static bool IsKnown(string mode) => Known.Contains(mode);
}
