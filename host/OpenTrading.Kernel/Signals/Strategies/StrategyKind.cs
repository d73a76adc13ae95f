namespace OpenTrading.Kernel.Signals.Strategies;

/// <summary>What a strategy is made of.</summary>
public enum StrategyKind
{
    /// <summary>Rules in an assembly.</summary>
    Rule,

    /// <summary>A trained model.</summary>
    Model,

    /// <summary>A script.</summary>
    Script,
}
