using System.Globalization;

namespace OpenTrading.Host.Configuration.Binding;

/// <summary>Bounds of a number.</summary>
internal readonly record struct ConfigRange(double Min, double Max)
{
    public static ConfigRange Any { get; } = new(double.NegativeInfinity, double.PositiveInfinity);

    public bool Contains(decimal value) => (double)value >= Min && (double)value <= Max;

    public override string ToString() => (double.IsFinite(Min), double.IsFinite(Max)) switch
    {
        (true, true) => string.Create(CultureInfo.InvariantCulture, $"{Min} to {Max}"),
        (true, false) => string.Create(CultureInfo.InvariantCulture, $"at least {Min}"),
        (false, true) => string.Create(CultureInfo.InvariantCulture, $"at most {Max}"),
        _ => "any number",
    };

    /// <summary>What to write, for a key that is missing.</summary>
    public string Hint(Type type) =>
        type.IsEnum ? $"write one of {string.Join(", ", ConfigConvert.EnumNames(type))}"
        : type == typeof(string[]) ? "write a list of texts"
        : type == typeof(string) ? "write a text"
        : type == typeof(bool) ? "write true or false"
        : $"write {this}";
}
