namespace OpenTrading.Simulation.Matching;

/// <summary>What is assumed to have happened inside a bar of which only open, high, low and close are known.</summary>
public enum IntrabarModel
{
    /// <summary>Stop loss before take profit, exits of old positions before entries, a doubtful profit does not count.</summary>
    Pessimistic,
    /// <summary>The price runs open, low, high, close in a rising bar and open, high, low, close in a falling one.</summary>
    OhlcPath,
}
