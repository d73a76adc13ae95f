namespace OpenTrading.Sdk.Strategies;

/// <summary>
/// Declares a parameter once, on a constructor parameter of a strategy or indicator: its range and step. The default is the C# default
/// value. Serves construction, command line, schemas and sweeps.
/// </summary>
/// <param name="min">Lowest allowed value.</param>
/// <param name="max">Highest allowed value.</param>
[AttributeUsage(AttributeTargets.Parameter)]
public sealed class ParameterAttribute(double min, double max) : Attribute
{
    /// <summary>Lowest allowed value.</summary>
    public double Min { get; } = min;

    /// <summary>Highest allowed value.</summary>
    public double Max { get; } = max;

    /// <summary>Distance between neighbouring values of a sweep.</summary>
    /// <value>Default 1.</value>
    public double Step { get; init; } = 1;

    /// <summary>What it is, with its unit.</summary>
    public string Description { get; init; } = "";
}
