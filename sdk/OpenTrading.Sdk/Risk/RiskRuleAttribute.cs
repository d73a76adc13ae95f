using OpenTrading.Sdk.Trading;

namespace OpenTrading.Sdk.Risk;

/// <summary>Declares a risk rule: its id, the order classes it judges, and how a trader mends a rejection.</summary>
/// <param name="id">Stable id, lower-case words joined by underscores, such as <c>spread_max</c>; also its key below <c>[risk]</c>.</param>
/// <param name="classes">Order classes it is asked for.</param>
/// <param name="remedy">What to do about a rejection, as an imperative without a full stop.</param>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class RiskRuleAttribute(string id, OrderClass classes, string remedy) : Attribute
{
    /// <summary>Stable id.</summary>
    public string Id { get; } = id;

    /// <summary>Order classes it is asked for.</summary>
    public OrderClass Classes { get; } = classes;

    /// <summary>What to do about a rejection.</summary>
    public string Remedy { get; } = remedy;

    /// <summary>When an order passes, in one sentence. Default empty.</summary>
    public string Description { get; init; } = "";

    /// <summary>What a rejection is about: the whole account, or one symbol.</summary>
    public RiskScope Scope { get; init; } = RiskScope.Symbol;
}
