namespace OpenTrading.Host.Running.Backtests.Capabilities;

/// <summary>How other histories are made of the one that happened.</summary>
internal enum MonteCarloMethod
{
    /// <summary>The same trades in another order.</summary>
    Shuffle,
    /// <summary>Trades drawn with replacement.</summary>
    Bootstrap,
    /// <summary>Days drawn in blocks, so that good and bad weeks stay together.</summary>
    Block,
}
