namespace OpenTrading.Sdk.Strategies;

/// <summary>What a strategy wants.</summary>
public enum SignalAction
{
    /// <summary>Be long.</summary>
    Buy,
    /// <summary>Be short.</summary>
    Sell,
    /// <summary>Be flat.</summary>
    Exit,
}
