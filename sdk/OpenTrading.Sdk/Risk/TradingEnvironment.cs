namespace OpenTrading.Sdk.Risk;

/// <summary>Which kind of account a configuration is made for.</summary>
public enum TradingEnvironment
{
    /// <summary>The simulated account.</summary>
    Paper,
    /// <summary>A broker's demo or contest account.</summary>
    Demo,
    /// <summary>Real money.</summary>
    Live,
}
