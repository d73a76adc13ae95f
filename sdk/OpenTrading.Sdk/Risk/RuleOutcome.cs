namespace OpenTrading.Sdk.Risk;

/// <summary>How a rule judges.</summary>
public enum RuleOutcome
{
    /// <summary>The order satisfies the rule.</summary>
    Pass,
    /// <summary>A lower volume would satisfy it.</summary>
    Reduce,
    /// <summary>No volume would.</summary>
    Reject,
    /// <summary>The rule has nothing to say about this order; recorded like any verdict.</summary>
    NotApplicable,
}
