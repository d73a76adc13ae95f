namespace OpenTrading.Sdk.Risk;

/// <summary>A configurable parameter of a risk rule, on its constructor parameter. Types: decimal, int, their nullable forms, bool, string, string[], enum.</summary>
[AttributeUsage(AttributeTargets.Parameter)]
public sealed class RiskParameterAttribute : Attribute
{
    /// <summary>Name in the configuration; null takes the constructor parameter's.</summary>
    public string? Name { get; init; }

    /// <summary>Lowest allowed value of a number; a configuration below it is refused.</summary>
    public double Min { get; init; } = double.NegativeInfinity;

    /// <summary>Highest allowed value of a number; a configuration above it is refused.</summary>
    public double Max { get; init; } = double.PositiveInfinity;

    /// <summary>Default in backtest and paper; the text <c>none</c> for an optional value. Null, with <see cref="Live"/> null, means that the configuration must state the value.</summary>
    public object? Paper { get; init; }

    /// <summary>Default on demo and live accounts; null takes <see cref="Paper"/>.</summary>
    public object? Live { get; init; }

    /// <summary>Whether <c>risk.RULE.symbols.SYMBOL</c> may override it.</summary>
    public bool PerSymbol { get; init; }

    /// <summary>What it is, with its unit, for the configuration reference.</summary>
    public string Description { get; init; } = "";
}
