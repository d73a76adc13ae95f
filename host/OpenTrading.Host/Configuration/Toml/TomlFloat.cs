using System.Globalization;

namespace OpenTrading.Host.Configuration.Toml;

/// <summary>A number with a fraction or exponent, infinity or not-a-number.</summary>
public sealed class TomlFloat : TomlValue
{
    internal TomlFloat(TomlPosition position, double value, string text)
        : base(position)
    {
        Value = value;
        Text = text;
    }

    /// <summary>The double nearest to <see cref="Text"/>.</summary>
    public double Value { get; }

    /// <summary>The number as the file writes it, sign and underscores included.</summary>
    public string Text { get; }

    public override string TypeName => "float";

    /// <summary>Takes the number from <see cref="Text"/> as a decimal, so that 0.1 is exactly 0.1; rounded beyond 28 digits.</summary>
    /// <returns>False where no decimal can hold it: infinity, not-a-number, beyond ±7.9e28.</returns>
    public bool TryGetDecimal(out decimal value) =>
        decimal.TryParse(Text.Replace("_", "", StringComparison.Ordinal), NumberStyles.Float, CultureInfo.InvariantCulture, out value);
}
