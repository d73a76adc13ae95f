namespace OpenTrading.Sdk.Risk;

/// <summary>A rule that holds a floor below an account's equity. The highest floor of all such rules is every rule's to see.</summary>
public interface ILossFloor
{
    /// <summary>Whether the floor follows the highest equity that was ever seen, which must then be watched.</summary>
    bool FollowsEquity => false;

    /// <summary>The floor, account currency; null while it is not known or the rule is off.</summary>
    /// <param name="state">What the journal knows.</param>
    decimal? Floor(RiskState state);
}
