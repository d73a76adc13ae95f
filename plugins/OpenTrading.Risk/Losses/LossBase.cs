namespace OpenTrading.Risk.Losses;

/// <summary>What the fraction of a daily loss limit refers to.</summary>
public enum LossBase
{
    /// <summary>The day's reference.</summary>
    Reference,
    /// <summary>The capital at the first start.</summary>
    Initial,
}
