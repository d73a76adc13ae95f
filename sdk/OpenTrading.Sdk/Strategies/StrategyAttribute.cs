using OpenTrading.Sdk.Market;

namespace OpenTrading.Sdk.Strategies;

/// <summary>Names a strategy. A public, non-abstract class with it is found in a dropped-in assembly without further registration.</summary>
/// <param name="id">Stable id, lower-case words joined by hyphens, such as <c>sma-cross</c>.</param>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class StrategyAttribute(string id) : Attribute
{
    /// <summary>Stable id.</summary>
    public string Id { get; } = id;

    /// <summary>One sentence: what it buys and sells, and when.</summary>
    public string Description { get; init; } = "";

    /// <summary>When it enters, a sentence each.</summary>
    public string[] EntryRules { get; init; } = [];

    /// <summary>How its trades end, a sentence each.</summary>
    public string[] ExitRules { get; init; } = [];

    /// <summary>Bar lengths it is meant for.</summary>
    /// <value>Default none: any.</value>
    public Timeframe[] Timeframes { get; init; } = [];
}
