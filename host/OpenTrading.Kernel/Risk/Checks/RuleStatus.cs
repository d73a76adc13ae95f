namespace OpenTrading.Kernel.Risk.Checks;

/// <summary>What a rule said of an order as it was asked.</summary>
public enum RuleStatus
{
    /// <summary>It holds.</summary>
    Pass,

    /// <summary>It does not; perhaps it would with less volume.</summary>
    Fail,

    /// <summary>It has nothing to say.</summary>
    NotApplicable,
}
