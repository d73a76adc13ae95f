namespace OpenTrading.MetaTrader.Protocol;

/// <summary>Which terminal it is.</summary>
internal enum Platform
{
    /// <summary>MetaTrader 5.</summary>
    Mt5,

    /// <summary>MetaTrader 4.</summary>
    Mt4,
}
