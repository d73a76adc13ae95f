namespace OpenTrading.Host.Running.Backtests.Capabilities;

/// <summary>What is to be thought of a result.</summary>
internal enum OverfitVerdict
{
    /// <summary>Deflated Sharpe ratio of 0.95 or more, and a probability of overfitting of at most 0.5 where it is known.</summary>
    Robust,
    /// <summary>Neither proven nor refuted.</summary>
    Fragile,
    /// <summary>Deflated Sharpe ratio below 0.5, or a probability of overfitting above 0.5.</summary>
    Overfit,
}
