using System.Globalization;

namespace OpenTrading.Kernel.Risk.Limits;

/// <summary>A limit in force.</summary>
/// <param name="Rule">Rule id.</param>
/// <param name="Parameter">Its parameter; with <c>symbols.</c> in front one of a single symbol.</param>
/// <param name="Value">Value as the configuration spells it.</param>
/// <param name="Unit">What the value is, with its unit.</param>
/// <param name="Origin"><c>default</c>, a file with its line, or an environment variable.</param>
public sealed record RiskLimit(string Rule, string Parameter, string Value, string Unit, string Origin)
{
    /// <summary>The value as a number; null when it is none.</summary>
    public decimal? Number => decimal.TryParse(Value, NumberStyles.Float, CultureInfo.InvariantCulture, out decimal number) ? number : null;
}
