namespace OpenTrading.Risk.Trades;

/// <summary>Whose stopped trades count together.</summary>
public enum GuardScope
{
    /// <summary>All of the account.</summary>
    Account,
    /// <summary>Those of the order's symbol.</summary>
    Symbol,
    /// <summary>Those of the order's symbol and side.</summary>
    SymbolSide,
}
