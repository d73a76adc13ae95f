using OpenTrading.Sdk.Capabilities;

namespace OpenTrading.Kernel.Risk.Limits;

/// <summary>The rules of the gate.</summary>
public sealed record RulesResult : CapabilityResult
{
    /// <summary>When it was asked.</summary>
    public required DateTime AsOf { get; init; }

    /// <summary>All rules, in the order in which they are reported.</summary>
    public required IReadOnlyList<RuleCard> Rules { get; init; }
}

/// <summary>A rule of the gate.</summary>
/// <param name="Rule">Rule id.</param>
/// <param name="Order">Its place, from 1. All rules are asked about every order they judge.</param>
/// <param name="Enabled">Always true: no rule can be switched off.</param>
/// <param name="Description">When an order passes.</param>
/// <param name="Limit">Its limits; null when it has none.</param>
/// <param name="AppliesTo">Classes of orders it judges: E opens, M+ raises risk, M- tightens, R reduces, C closes.</param>
public sealed record RuleCard(string Rule, int Order, bool Enabled, string Description, string? Limit, IReadOnlyList<string> AppliesTo);
