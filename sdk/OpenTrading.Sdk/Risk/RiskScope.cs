namespace OpenTrading.Sdk.Risk;

/// <summary>What a rule speaks about.</summary>
public enum RiskScope
{
    /// <summary>The order's symbol.</summary>
    Symbol,
    /// <summary>The whole account.</summary>
    Account,
}
